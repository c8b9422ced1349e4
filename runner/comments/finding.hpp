// One finding of a Markdown review: its lines become a comment with the place that they tell.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/comments/comments.hpp"

namespace runner::comments {

// "- text", "3. text", at any indent
[[nodiscard]] bool is_item(std::string_view line);
[[nodiscard]] std::string_view without_bullet(std::string_view line);

// "**File:** `app/x.py`", "- Severity: high": a field of a finding, not a finding.
[[nodiscard]] bool is_field(std::string_view line);
[[nodiscard]] bool is_place_field(std::string_view line);

struct HeadingPlace {
  std::string path;
  review::LineSpan lines;
};
// "`app/x.py`", "1. app/x.py:24 No timeout"; "" when the heading begins with no place.
[[nodiscard]] HeadingPlace heading_place(std::string_view heading);
[[nodiscard]] std::optional<review::Severity> severity_in_heading(std::string_view heading);

// "Summary", "Findings (3)": a title of a part, which says nothing by itself.
[[nodiscard]] bool is_section_title(std::string_view heading);

// `path` is the file that a heading above names: "- line 24: …" and "- L24: …" are lines of it.
[[nodiscard]] Found read_finding(const std::vector<std::string_view>& lines, const std::string& path);

}  // namespace runner::comments
