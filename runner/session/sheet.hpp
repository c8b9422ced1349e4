// The file in which a person fills in ratings, as REVIEW.md is one for comments: written with every defect of
// every review, read back with whatever is filled in.
#pragma once

#include <string>
#include <string_view>

#include "runner/session/calibration_values.hpp"
#include "runner/session/house.hpp"

namespace runner::session {

// What the rater has said so far is filled in.
[[nodiscard]] std::string sheet_text(const Pack& pack, const std::string& rater);

// `path` names the file in faults: an unknown review or defect, a level or verdict that is none, a line that
// is nothing of these; all of them, with their lines.
[[nodiscard]] Checked<Sheet> read_sheet(const std::string& path, std::string_view text, const Pack& pack);

// "3", "explained"; none for what is no level.
[[nodiscard]] std::optional<Level> level_in(std::string_view text);

}  // namespace runner::session
