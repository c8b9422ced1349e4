#include <doctest/doctest.h>

#include "runner/git/patch.hpp"

using runner::git::diff;
using runner::git::DiffLineKind;

namespace {

// " a|-b|+c" with "@" before each hunk.
std::string drawn(std::string_view before, std::string_view after) {
  std::string text;
  for (const auto& hunk : diff("x", before, after).hunks) {
    text += "@";
    for (const auto& line : hunk.lines)
      text += (line.kind == DiffLineKind::added     ? "+"
               : line.kind == DiffLineKind::removed ? "-"
                                                    : " ") +
              line.text + "|";
  }
  return text;
}

}  // namespace

TEST_CASE("diff: lines, with three of context") {
  struct Row {
    std::string_view before, after, drawing;
  };
  const Row rows[] = {
      {"", "", ""},
      {"a\n", "a\n", ""},
      {"", "a\nb\n", "@+a|+b|"},
      {"a\nb\n", "", "@-a|-b|"},
      {"a\nb\nc\n", "a\nB\nc\n", "@ a|-b|+B| c|"},
      {"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nX\n6\n7\n8\n9\n", "@ 2| 3| 4|-5|+X| 6| 7| 8|"},
      {"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "X\n2\n3\n4\n5\n6\n7\n8\nY\n", "@-1|+X| 2| 3| 4|@ 6| 7| 8|-9|+Y|"},
      {"a\r\nb\r\n", "a\r\nc\r\n", "@ a|-b|+c|"},
      {"a\nb", "a\nb\n", "@ a|-b|+b|"},
      {std::string_view("a\0\n", 3), std::string_view("b\0\n", 3), "@-a\0|+b\0|"},
  };
  for (const auto& row : rows) {
    if (row.before.find('\0') != row.before.npos) {
      CHECK(drawn(row.before, row.after).size() == 9);  // a NUL does not make it "binary files differ"
      continue;
    }
    CHECK(drawn(row.before, row.after) == row.drawing);
  }
}

TEST_CASE("diff: each line knows its number on both sides, and they are counted") {
  const auto result = diff("app/x.py", "a\nb\nc\n", "a\nx\ny\nc\n");
  CHECK(result.path == "app/x.py");
  CHECK(result.added == 2);
  CHECK(result.removed == 1);
  REQUIRE(result.hunks.size() == 1);
  const auto& lines = result.hunks[0].lines;
  REQUIRE(lines.size() == 5);
  const int expected[5][2] = {{1, 1}, {2, 0}, {0, 2}, {0, 3}, {3, 4}};
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(lines[i].before.number == expected[i][0]);
    CHECK(lines[i].after.number == expected[i][1]);
  }
}
