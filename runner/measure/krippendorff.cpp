#include <algorithm>
#include <cassert>
#include <map>

#include "runner/measure/agreement.hpp"

namespace runner::measure {
namespace {

constexpr double nothing = 1e-12;

// Which values met in one unit, how often; each unit counts as many times as it has ratings.
struct Coincidences {
  std::vector<double> values;               // ascending
  std::vector<std::vector<double>> counts;  // symmetric
  std::vector<double> totals;
  double all = 0;
};

std::vector<std::map<double, int>> units_of(const Ratings& ratings) {
  std::vector<std::map<double, int>> units(ratings.empty() ? 0 : ratings.front().size());
  for (const auto& rater : ratings) {
    assert(rater.size() == units.size());
    for (std::size_t unit = 0; unit < rater.size(); ++unit)
      if (rater[unit]) ++units[unit][*rater[unit]];
  }
  return units;
}

int ratings_in(const std::map<double, int>& unit) {
  int sum = 0;
  for (const auto& [value, times] : unit) sum += times;
  return sum;
}

void add_unit(const std::map<double, int>& unit, const std::map<double, std::size_t>& index,
              Coincidences& result) {
  const int ratings = ratings_in(unit);
  if (ratings < 2) return;  // nothing to compare with
  for (const auto& [left, left_times] : unit) {
    for (const auto& [right, right_times] : unit) {
      const int pairs = left_times * (left == right ? right_times - 1 : right_times);
      result.counts[index.at(left)][index.at(right)] += static_cast<double>(pairs) / (ratings - 1);
    }
  }
}

Coincidences coincidences_of(const Ratings& ratings) {
  const std::vector<std::map<double, int>> units = units_of(ratings);
  std::map<double, std::size_t> index;
  for (const auto& unit : units)
    if (ratings_in(unit) >= 2)
      for (const auto& [value, times] : unit) index.emplace(value, 0);
  Coincidences result;
  for (auto& [value, at] : index) {
    at = result.values.size();
    result.values.push_back(value);
  }
  result.counts.assign(index.size(), std::vector<double>(index.size(), 0));
  for (const auto& unit : units) add_unit(unit, index, result);
  for (const auto& row : result.counts) {
    double total = 0;
    for (const double count : row) total += count;
    result.totals.push_back(total);
    result.all += total;
  }
  return result;
}

// The squared difference of two values on the scale. Ordinal: how many ratings lie between them, ends by
// half.
double difference(const Coincidences& seen, std::size_t left, std::size_t right, Scale scale) {
  if (left == right) return 0;
  if (scale == Scale::nominal) return 1;
  double apart = seen.values[left] - seen.values[right];
  if (scale == Scale::ordinal) {
    apart = -(seen.totals[left] + seen.totals[right]) / 2;
    for (std::size_t between = std::min(left, right); between <= std::max(left, right); ++between)
      apart += seen.totals[between];
  }
  return apart * apart;
}

// Each pair counts both ways.
Coincidences coincidences_of(const Confusion& table) {
  Coincidences result;
  for (std::size_t left = 0; left < table.size(); ++left) {
    result.values.push_back(static_cast<double>(left));
    auto& row = result.counts.emplace_back();
    double total = 0;
    for (std::size_t right = 0; right < table.size(); ++right) {
      row.push_back(table[left][right] + table[right][left]);
      total += row.back();
    }
    result.totals.push_back(total);
    result.all += total;
  }
  return result;
}

std::optional<double> alpha_of(const Coincidences& seen, Scale scale) {
  double observed = 0;
  double expected = 0;
  for (std::size_t left = 0; left < seen.values.size(); ++left) {
    for (std::size_t right = 0; right < seen.values.size(); ++right) {
      const double apart = difference(seen, left, right, scale);
      observed += seen.counts[left][right] * apart;
      expected += seen.totals[left] * seen.totals[right] * apart;
    }
  }
  if (expected < nothing) return std::nullopt;
  return 1 - (seen.all - 1) * observed / expected;
}

}  // namespace

std::optional<double> krippendorff_alpha(const Ratings& ratings, Scale scale) {
  return alpha_of(coincidences_of(ratings), scale);
}

std::optional<double> krippendorff_alpha(const Confusion& table, Scale scale) {
  return alpha_of(coincidences_of(table), scale);
}

}  // namespace runner::measure
