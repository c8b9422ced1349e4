#include "runner/comments/finding.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace runner::comments;
using runner::review::AnchorQuality;
using runner::review::Severity;

namespace {

// "path:lines [severity] body", "~" before what was inferred.
std::string read(std::vector<std::string_view> lines, const std::string& path = "") {
  const auto found = read_finding(lines, path).comment;
  return fmt::format("{}{}:{} [{}] {}", found.anchor == AnchorQuality::inferred ? "~" : "", found.path,
                     to_string(found.lines), found.severity ? to_string(*found.severity) : "", found.body);
}

}  // namespace

TEST_CASE("read_finding: the place in front, in fields, in the text, in the heading above") {
  CHECK(read({"- `app/x.py:24` No timeout"}) == "app/x.py:24 [] No timeout");
  CHECK(read({"1. [major] app/x.py:24-26: No timeout", "   and no retry"}) ==
        "app/x.py:24-26 [major] No timeout\nand no retry");
  CHECK(read({"- **File:** `app/x.py`", "- **Lines:** 24-26", "- Severity: high", "No timeout"}) ==
        "app/x.py:24-26 [major] No timeout");
  CHECK(read({"- Location: app/x.py:24", "No timeout"}) == "app/x.py:24 [] No timeout");
  CHECK(read({"- No timeout in `app/x.py:24`."}) == "~app/x.py:24 [] No timeout in `app/x.py:24`.");
  CHECK(read({"- line 24: No timeout"}, "app/x.py") == "app/x.py:24 [] No timeout");
  CHECK(read({"- **L24-26**: No timeout"}, "app/x.py") == "app/x.py:24-26 [] No timeout");
  CHECK(read({"- No timeout"}, "app/x.py") == "~app/x.py: [] No timeout");
  CHECK(read({"- No timeout"}) == ": [] No timeout");
}

TEST_CASE("is_item, without_bullet, is_field, is_place_field") {
  for (const auto* line : {"- x", "* x", "+ x", "  3. x", "12) x"}) CHECK(is_item(line));
  for (const auto* line : {"x", "-x", "3.x", "--", "", "1234"}) CHECK_FALSE(is_item(line));
  CHECK(without_bullet("  3. x y") == "x y");
  for (const auto* line : {"**File:** `x.py`", "- Severity: high", "Lines: 3", "path: a/b.py"})
    CHECK(is_field(line));
  for (const auto* line : {"Problem: it hangs", "File without a colon", "no field here at all: x", ""})
    CHECK_FALSE(is_field(line));
  CHECK(is_place_field("**File:** `x.py`"));
  CHECK_FALSE(is_place_field("Severity: high"));
}

TEST_CASE("headings: places, severities, titles of parts") {
  CHECK(heading_place("`app/x.py`").path == "app/x.py");
  const auto place = heading_place("1. app/x.py:24 No timeout");
  CHECK(place.path == "app/x.py");
  CHECK(to_string(place.lines) == "24");
  CHECK(heading_place("No timeout").path.empty());
  CHECK(severity_in_heading("Critical issues") == Severity::blocker);
  CHECK(severity_in_heading("[high] No timeout") == Severity::major);
  CHECK_FALSE(severity_in_heading("No timeout").has_value());
  for (const auto* title : {"Summary", "Findings (3)", "**Major issues**", "Verdict: no"})
    CHECK(is_section_title(title));
  for (const auto* title : {"No timeout", "The summary is wrong"}) CHECK_FALSE(is_section_title(title));
}
