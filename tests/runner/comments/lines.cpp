#include "runner/comments/lines.hpp"

#include <doctest/doctest.h>

#include "runner/comments/comments.hpp"

using namespace runner::comments;

TEST_CASE("read_place: what a person types") {
  struct Row {
    std::string_view typed, path, lines;
  };
  const Row rows[] = {
      {"app/x.py:12", "app/x.py", "12"},
      {"app/x.py:12-14", "app/x.py", "12-14"},
      {"app/x.py", "app/x.py", ""},
      {"./app/x.py:3", "app/x.py", "3"},
      {"x:1", "x", "1"},
      {"a:b/x.py:7", "a:b/x.py", "7"},
      {"app/x.py:L3-L9", "app/x.py", "3-9"},
      {"odd:name", "odd:name", ""},
      {"with space.py:2", "with space.py", "2"},
      {"x.py:12–14", "x.py", "12-14"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    const auto place = read_place(row.typed);
    REQUIRE(place);
    CHECK(place->path == row.path);
    CHECK(to_string(place->lines) == row.lines);
  }
}

TEST_CASE("read_place: what is no place") {
  for (const auto* typed :
       {"", ":12", "./", "x.py:", "x.py:0", "x.py:12-", "x.py:-3", "x.py:14-12", "x.py:12-14-16", "x.py:12a",
        "x.py:99999999999999999999", "x.py:1-99999999999999999999"}) {
    CAPTURE(typed);
    CHECK_FALSE(read_place(typed));
  }
}

TEST_CASE("is_utf8") {
  CHECK(is_utf8("grün, 火"));
  CHECK(is_utf8(""));
  CHECK_FALSE(is_utf8("gr\xfcn"));
  CHECK_FALSE(is_utf8("\xed\xa0\x80"));
}
