#include "runner/measure/reliability.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace runner::measure {
namespace {

constexpr double nothing = 1e-12;

std::vector<double> column(const Scores& scores, std::size_t item) {
  std::vector<double> values;
  values.reserve(scores.size());
  for (const auto& row : scores) values.push_back(row[item]);
  return values;
}

std::vector<double> sums(const Scores& scores) {
  std::vector<double> result;
  result.reserve(scores.size());
  for (const auto& row : scores) result.push_back(std::accumulate(row.begin(), row.end(), 0.0));
  return result;
}

}  // namespace

double mean(const std::vector<double>& values) {
  return values.empty()
             ? 0
             : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<double> variance(const std::vector<double>& values) {
  if (values.size() < 2) return std::nullopt;
  const double centre = mean(values);
  double squares = 0;
  for (const double value : values) squares += (value - centre) * (value - centre);
  return squares / (static_cast<double>(values.size()) - 1);
}

std::optional<double> correlation(const std::vector<double>& left, const std::vector<double>& right) {
  assert(left.size() == right.size());
  const double left_mean = mean(left);
  const double right_mean = mean(right);
  double both = 0, of_left = 0, of_right = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    both += (left[i] - left_mean) * (right[i] - right_mean);
    of_left += (left[i] - left_mean) * (left[i] - left_mean);
    of_right += (right[i] - right_mean) * (right[i] - right_mean);
  }
  if (left.size() < 2 || of_left < nothing || of_right < nothing) return std::nullopt;
  return std::clamp(both / std::sqrt(of_left * of_right), -1.0, 1.0);
}

Reliability reliability(const Scores& scores) {
  if (scores.size() < 2 || scores.front().size() < 2) return {};
  const auto items = static_cast<double>(scores.front().size());
  const double of_sums = variance(sums(scores)).value_or(0);
  if (of_sums < nothing) return {};
  double of_items = 0;
  for (std::size_t item = 0; item < scores.front().size(); ++item)
    of_items += variance(column(scores, item)).value_or(0);
  const double alpha = items / (items - 1) * (1 - of_items / of_sums);
  // Below 0 the items contradict each other; the error is then all of the spread.
  return {.alpha = alpha, .standard_error = std::sqrt(of_sums * (1 - std::clamp(alpha, 0.0, 1.0)))};
}

std::vector<std::optional<double>> corrected_item_total(const Scores& scores) {
  std::vector<std::optional<double>> result;
  if (scores.empty()) return result;
  const auto totals = sums(scores);
  for (std::size_t item = 0; item < scores.front().size(); ++item) {
    const auto own = column(scores, item);
    std::vector<double> rest;
    rest.reserve(totals.size());
    for (std::size_t i = 0; i < totals.size(); ++i) rest.push_back(totals[i] - own[i]);
    result.push_back(correlation(own, rest));
  }
  return result;
}

}  // namespace runner::measure
