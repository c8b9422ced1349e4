#include "runner/comments/diff_hunk.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace runner::comments;
using runner::review::Side;

TEST_CASE("read_hunk_header: where both sides begin, and how long they are") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"@@ -18,6 +18,14 @@ def f():", "18,6 18,14"},
      {"@@ -1 +1 @@", "1,1 1,1"},
      {"@@ -0,0 +1,3 @@", "0,0 1,3"},
      {"@@ -a +b @@", ""},
      {"@@ -1,2", ""},
      {"@ -1 +1 @", ""},
      {"@@ -99999999999 +1 @@", ""},
      {"", ""},
  };
  for (const auto& [line, seen] : rows) {
    CAPTURE(line);
    const auto hunk = read_hunk_header(line);
    CHECK((hunk ? fmt::format("{},{} {},{}", hunk->before, hunk->before_count, hunk->after, hunk->after_count)
                : std::string()) == seen);
  }
}

TEST_CASE("last_line_of_hunk: of its own side") {
  const std::string_view hunk = "@@ -1,3 +1,3 @@\r\n a\r\n-old\r\n+new\r\n\\ No newline at end of file";
  CHECK(last_line_of_hunk(hunk, Side::after) == "new");
  CHECK(last_line_of_hunk(hunk, Side::before) == "old");
  CHECK(last_line_of_hunk("@@ -1 +0,0 @@\n-gone", Side::after).empty());
  CHECK(last_line_of_hunk("", Side::after).empty());
}
