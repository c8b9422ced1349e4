// "Did you mean …": the closest of a few known names.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace detectors::source {

// Edits (insert, delete, substitute, swap two neighbours: the optimal string alignment distance) from a to b,
// counted in bytes; more than `limit` is reported as limit + 1. Source: Damerau 1964.
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b, int limit);

// The known name at the smallest distance, if that is at most a third of the word's length (at least 1).
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known);

// "did you mean 'nearest'?" for the known name that is near enough.
[[nodiscard]] std::optional<std::string> did_you_mean(std::string_view word,
                                                      std::span<const std::string> known);

}  // namespace detectors::source
