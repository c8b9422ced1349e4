#include "runner/comments/quoted_diff.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace runner::comments;
using runner::review::Side;

namespace {

// Where the last of the lines stands: "path:line code", "-" before it on the old side; "no" when it is no
// diff.
std::string after(std::initializer_list<std::string_view> lines) {
  QuotedDiff diff;
  bool taken = false;
  for (const auto line : lines) taken = diff.take(line);
  const auto& place = diff.place();
  if (!taken) return "no";
  return fmt::format("{}{}:{} {}", place.side == Side::before ? "-" : "", place.path, place.line, place.code);
}

}  // namespace

TEST_CASE("quoted diff: lines are counted on their own side") {
  CHECK(after({"--- a/app/x.py", "+++ b/app/x.py", "@@ -10,3 +20,4 @@", " keep"}) == "app/x.py:20 keep");
  CHECK(after({"--- a/app/x.py", "+++ b/app/x.py", "@@ -10,3 +20,4 @@", " keep", "-old"}) ==
        "-app/x.py:11 old");
  CHECK(after({"--- a/app/x.py", "+++ b/app/x.py", "@@ -10,3 +20,4 @@", " keep", "-old", "+new", "+more"}) ==
        "app/x.py:22 more");
  CHECK(after({"--- a/x.py\t2026-11-22", "+++ b/x.py\t2026-11-22", "@@ -1 +1 @@", "+new"}) == "x.py:1 new");
}

TEST_CASE("quoted diff: a blank line is counted and never commented on") {
  CHECK(after({"--- a/x.py", "+++ b/x.py", "@@ -1,3 +1,3 @@", " a", "", " c"}) == "x.py:3 c");
  CHECK(after({"--- a/x.py", "+++ b/x.py", "@@ -1,3 +1,3 @@", " a", "+"}) == "x.py:1 a");
}

TEST_CASE("quoted diff: behind a cut the number is lost, the text is not") {
  CHECK(after({"--- a/x.py", "+++ b/x.py", "@@ -1,9 +1,9 @@", " a", "[...]", "+new"}) == "x.py:0 new");
}

TEST_CASE("quoted diff: files that come, go, and are named by git alone") {
  CHECK(after({"diff --git a/old.py b/new.py", "rename from old.py"}) == "new.py:0 ");
  CHECK(after({"--- /dev/null", "+++ b/new.py", "@@ -0,0 +1 @@", "+x"}) == "new.py:1 x");
  CHECK(after({"--- a/gone.py", "+++ /dev/null", "@@ -1 +0,0 @@", "-x"}) == "-gone.py:1 x");
  CHECK(after({"--- a/one.py", "+++ b/one.py", "@@ -1 +1 @@", "+x", "--- a/two.py", "+++ b/two.py"}) ==
        "two.py:0 ");
}

TEST_CASE("quoted diff: a changed line by itself, and what is none") {
  CHECK(after({"+    call(x)"}) == ":0     call(x)");
  CHECK(after({"hello there"}) == "no");
  CHECK(after({"index abc..def 100644"}) == "no");
  QuotedDiff diff;
  for (const auto* line : {"--- a/x.py", "+++ b/x.py", "@@ -1 +1 @@", "+x"}) diff.take(line);
  diff.leave();
  CHECK_FALSE(diff.take(" not of a diff any more"));
  CHECK(diff.place().path.empty());
}
