#include "runner/report/printable.hpp"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

using namespace runner::report;

TEST_CASE("control characters, disguises and broken bytes are made visible") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"plain\ttext\n", "plain\ttext\n"},
      {"a\r\nb", "a\nb"},
      {"a\rb",
       "a\xE2\x90\x8D"
       "b"},
      {"\x1b[2J", "\xE2\x90\x9B[2J"},
      {std::string("\0", 1), "\xE2\x90\x80"},
      {"\x7f", "\xE2\x90\xA1"},
      {"\xC2\x9B", "<U+009B>"},
      {"\xE2\x80\xAE", "<U+202E>"},
      {"\xE2\x81\xA6", "<U+2066>"},
      {"\xEF\xBB\xBF", "<U+FEFF>"},
      {"\xF3\xA0\x81\x81", "<U+E0041>"},
      {"na\xC3\xAFve \xE2\x86\x92 \xF0\x9F\x98\x80", "na\xC3\xAFve \xE2\x86\x92 \xF0\x9F\x98\x80"},
      {"\xFF", "\xEF\xBF\xBD"},
      {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xE2\x82", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
  };
  for (const auto& [text, shown] : table) CHECK(printable(text) == shown);
}

TEST_CASE("one line is one line") { CHECK(one_line("a\n\tb\r\nc") == "a  b c"); }

TEST_CASE("the first line that says something") {
  const std::vector<std::pair<std::string_view, std::string_view>> table{
      {"", ""}, {"\n \n", ""}, {"a", "a"}, {"\n  a b \nc", "a b"}, {"a\r\nb", "a"}};
  for (const auto& [text, line] : table) CHECK(first_line(text) == line);
}

TEST_CASE("columns in a terminal") {
  const std::vector<std::pair<std::string_view, int>> table{{"", 0},
                                                            {"abc", 3},
                                                            {"\xC3\xA9", 1},
                                                            {"e\xCC\x81", 1},
                                                            {"\xE6\x97\xA5\xE6\x9C\xAC", 4},
                                                            {"\xF0\x9F\x98\x80", 2},
                                                            {"\x1b[31mred\x1b[0m", 3}};
  for (const auto& [text, width] : table) CHECK_MESSAGE(display_width(text) == width, text);
}
