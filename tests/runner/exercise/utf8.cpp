#include "runner/exercise/utf8.hpp"

#include <doctest/doctest.h>

using runner::exercise::first_non_utf8;

TEST_CASE("first_non_utf8: the edges of table 3-7") {
  constexpr auto fine = std::string_view::npos;
  struct Row {
    std::string_view text;
    std::size_t at;
  };
  const Row rows[] = {
      {"", fine},
      {"plain\r\n\t", fine},
      {"\xc2\x80 \xdf\xbf", fine},
      {"\xe0\xa0\x80\xef\xbf\xbf", fine},
      {"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf", fine},
      {"ab\x80", 2},
      {"\xc1\xbf", 0},
      {"x\xc3", 1},
      {"\xe0\x9f\xbf", 0},
      {"\xed\xa0\x80", 0},
      {"\xf0\x8f\xbf\xbf", 0},
      {"\xf4\x90\x80\x80", 0},
      {"\xf5\x80\x80\x80", 0},
      {"\xe4\xbd", 0},
      {"\xe4\xbd\x41", 0},
      {"\xff", 0},
  };
  for (const auto& row : rows) CHECK(first_non_utf8(row.text) == row.at);
}
