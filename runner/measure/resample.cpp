#include "runner/measure/resample.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "runner/measure/distribution.hpp"
#include "runner/review/bootstrap.hpp"

namespace runner::measure {
namespace {

// Linear between the two nearest order statistics (Hyndman & Fan 1996, type 7).
double quantile(const std::vector<double>& sorted, double p) {
  const double at = p * static_cast<double>(sorted.size() - 1);
  const auto lower = static_cast<std::size_t>(at);
  const std::size_t upper = std::min(lower + 1, sorted.size() - 1);
  return sorted[lower] + (at - static_cast<double>(lower)) * (sorted[upper] - sorted[lower]);
}

// Samples without a value are left out; where they are the more, there is no interval.
std::optional<Interval> bootstrap(std::size_t items, const Statistic& statistic, const Resampling& how) {
  review::Dice dice(how.seed);
  std::vector<double> values;
  std::vector<std::size_t> drawn(items);
  for (int i = 0; i < how.draws; ++i) {
    for (auto& index : drawn) index = dice.below(items);
    if (const auto value = statistic(drawn)) values.push_back(*value);
  }
  if (values.empty() || 2 * values.size() < static_cast<std::size_t>(how.draws)) return std::nullopt;
  std::sort(values.begin(), values.end());
  return Interval{quantile(values, 0.025), quantile(values, 0.975)};
}

}  // namespace

std::optional<double> jackknife_error(std::size_t items, const Statistic& statistic) {
  if (items < 2) return std::nullopt;
  std::vector<double> values;
  for (std::size_t left_out = 0; left_out < items; ++left_out) {
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < items; ++i)
      if (i != left_out) rest.push_back(i);
    const auto value = statistic(rest);
    if (!value) return std::nullopt;
    values.push_back(*value);
  }
  const auto n = static_cast<double>(items);
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt((n - 1) / n * squares);
}

Estimate estimate(std::size_t items, const Statistic& statistic, const Resampling& how, Interval bounds) {
  std::vector<std::size_t> all(items);
  std::iota(all.begin(), all.end(), std::size_t{0});
  Estimate result{.value = items > 0 ? statistic(all) : std::nullopt, .interval = {}};
  if (!result.value) return result;
  if (items >= how.small) {
    result.interval = bootstrap(items, statistic, how);
    if (result.interval) result.method = Method::bootstrap;
  } else if (const auto error = jackknife_error(items, statistic)) {
    const double reach = student_quantile(0.975, static_cast<double>(items) - 1) * *error;
    result.interval = Interval{*result.value - reach, *result.value + reach};
    result.method = Method::jackknife;
  }
  if (result.interval)
    result.interval = Interval{std::clamp(result.interval->low, bounds.low, bounds.high),
                               std::clamp(result.interval->high, bounds.low, bounds.high)};
  return result;
}

Estimate estimate_clustered(const std::vector<std::vector<std::size_t>>& clusters, const Statistic& statistic,
                            const Resampling& how, Interval bounds) {
  std::vector<std::size_t> items;
  const auto of_clusters = [&](const std::vector<std::size_t>& drawn) {
    items.clear();
    for (const auto cluster : drawn)
      items.insert(items.end(), clusters[cluster].begin(), clusters[cluster].end());
    return statistic(items);
  };
  return estimate(clusters.size(), of_clusters, how, bounds);
}

}  // namespace runner::measure
