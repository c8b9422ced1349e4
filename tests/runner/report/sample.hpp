// A scored attempt built by hand: seven defects at every level, claims of every fate, a diff of two files,
// and in the comments what strangers write into them.
#pragma once

#include <string_view>

#include "runner/session/values.hpp"

namespace runner::report {

[[nodiscard]] session::Scored sample();

// Nobody said anything: no comment, no decoy, no sub-score, no precision.
[[nodiscard]] session::Scored empty_sample();

// The same attempt after two people have been at it: one match accepted, a claim counted otherwise, one
// rejected and taken back.
[[nodiscard]] session::Scored decided_sample();

// "@@ <before> <after>" starts a hunk at those lines; then "+", "-" or " " and the line's text.
[[nodiscard]] git::FileDiff read_diff(std::string_view path, std::string_view text);

}  // namespace runner::report
