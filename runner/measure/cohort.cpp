#include "runner/measure/cohort.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace runner::measure {
namespace {

int level_of(const SimulatedItem& item, double ability, review::Dice& dice) {
  const double found = 1 / (1 + std::exp(-item.discrimination * (ability - item.difficulty)));
  if (uniform(dice) >= found) return uniform(dice) < item.located ? 1 : 0;
  const double how_well = uniform(dice);
  return how_well < 0.4 ? 2 : how_well < 0.8 ? 3 : 4;
}

}  // namespace

double uniform(review::Dice& dice) { return static_cast<double>(dice.next() >> 11U) * 0x1.0p-53; }

double normal(review::Dice& dice) {
  const double radius = std::sqrt(-2 * std::log(1 - uniform(dice)));
  return radius * std::cos(2 * std::numbers::pi * uniform(dice));
}

std::vector<std::vector<int>> simulate_ratings(const std::vector<int>& truth,
                                               const std::vector<SimulatedRater>& raters,
                                               std::uint64_t seed) {
  review::Dice dice(seed);
  std::vector<std::vector<int>> result;
  for (const auto& rater : raters) {
    auto& row = result.emplace_back();
    for (const int level : truth) {
      const double said = level + rater.bias + rater.noise * normal(dice);
      row.push_back(static_cast<int>(std::lround(std::clamp(said, 0.0, 4.0))));
    }
  }
  return result;
}

std::vector<std::vector<int>> simulate_candidates(const SimulatedCohort& cohort,
                                                  const std::vector<SimulatedItem>& items,
                                                  std::uint64_t seed) {
  review::Dice dice(seed);
  std::vector<std::vector<int>> result;
  result.reserve(static_cast<std::size_t>(cohort.candidates));
  for (int i = 0; i < cohort.candidates; ++i) {
    const double ability = cohort.ability_mean + cohort.ability_deviation * normal(dice);
    auto& row = result.emplace_back();
    row.reserve(items.size());
    for (const auto& item : items)
      row.push_back(level_of(item, ability + (i >= cohort.leak_from ? item.drift : 0), dice));
  }
  return result;
}

}  // namespace runner::measure
