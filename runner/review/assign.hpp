// The assignment problem: at most one column for each row and one row for each column, so that the sum is
// greatest.
#pragma once

#include <optional>
#include <vector>

namespace runner::review {

// `value[row][column]`, all rows of one length, finite. Only pairs of value above 0 are made. Source: the
// Hungarian method with potentials (Kuhn 1955, Munkres 1957), O(rows² x columns). Ties: the same answer for
// the same values.
[[nodiscard]] std::vector<std::optional<std::size_t>> assign(const std::vector<std::vector<double>>& value);

}  // namespace runner::review
