#include <doctest/doctest.h>

#include "runner/comments/comments.hpp"
#include "runner/comments/lines.hpp"

using namespace runner::comments;
using namespace std::string_literals;

TEST_CASE("decoded: UTF-8 and UTF-16 of either order, with and without a mark") {
  const std::pair<std::string, std::string> rows[] = {
      {"caf\xC3\xA9", "caf\xC3\xA9"},
      {"\xEF\xBB\xBFx", "x"},
      {"\xFF\xFEh\0i\0"s, "hi"},
      {"\xFE\xFF\0h\0i"s, "hi"},
      {"h\0i\0"s, "hi"},
      {"\0h\0i"s, "hi"},
      {"\xFF\xFE\x3D\xD8\x00\xDE"s, "\xF0\x9F\x98\x80"},
      {"\xFF\xFE\x3D\xD8x\0"s, "\xEF\xBF\xBDx"},  // half of a pair
      {"\xFF\xFEh\0i"s, "h"},                     // cut off in a unit
      {"", ""},
  };
  for (const auto& [bytes, text] : rows) {
    CAPTURE(bytes);
    const auto read = decoded("x", bytes);
    REQUIRE(read);
    CHECK(*read == text);
  }
}

TEST_CASE("decoded: other encodings are refused with their line") {
  for (const auto& bytes : {"one\ncaf\xE9\n"s, "one\n\xC0\xAF"s, "one\n\xED\xA0\x80"s,
                            "one\n\xF5\x80\x80\x80"s, "one\nab\0cd"s, "one\n\xE2\x82"s}) {
    const auto read = decoded("x", bytes);
    REQUIRE_FALSE(read);
    CHECK(read.error()[0].line.number == 2);
    CHECK(read.error()[0].problem == "is not UTF-8 text");
  }
}
