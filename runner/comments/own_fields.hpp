// The places that our own JSON tells: "lines": "12-14", "columns": "5-9", suggestions.
#pragma once

#include <vector>

#include "detectors/source/strict_json.hpp"
#include "runner/review/comment.hpp"

namespace runner::comments {

[[nodiscard]] review::LineSpan lines_field(const detectors::source::StrictJson& json);  // "12", "12-14", 12
// "5-9"; "5-0": no end is said
[[nodiscard]] review::ColumnSpan columns_field(const detectors::source::StrictJson& json);
[[nodiscard]] std::vector<review::Suggestion> suggestions_field(const detectors::source::StrictJson& json);

}  // namespace runner::comments
