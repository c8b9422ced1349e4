// How well the items of a test hang together. Sources: Kuder & Richardson (1937); Cronbach (1951); Henrysson
// (1963) for the corrected item-total correlation.
#pragma once

#include <optional>
#include <vector>

namespace runner::measure {

// A row a person, a column an item; complete, rows equally long.
using Scores = std::vector<std::vector<double>>;

struct Reliability {
  std::optional<double> alpha;           // Cronbach's; with items of 0 and 1 it is KR-20
  std::optional<double> standard_error;  // of measurement, in units of the sum: SD x sqrt(1 - alpha)
};
// None below 2 persons, 2 items, or without variance of the sums.
[[nodiscard]] Reliability reliability(const Scores& scores);

// Each item with the sum of the others: point-biserial where the item is 0 or 1. None without variance.
[[nodiscard]] std::vector<std::optional<double>> corrected_item_total(const Scores& scores);

// Pearson's; none below 2 pairs or without variance. Equally long.
[[nodiscard]] std::optional<double> correlation(const std::vector<double>& left,
                                                const std::vector<double>& right);

[[nodiscard]] double mean(const std::vector<double>& values);                     // 0 for none
[[nodiscard]] std::optional<double> variance(const std::vector<double>& values);  // of a sample: n - 1

}  // namespace runner::measure
