#include "runner/review/bootstrap.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace runner::review {
namespace {

// Linear between the two nearest order statistics (Hyndman & Fan 1996, type 7).
double quantile(const std::vector<double>& sorted, double p) {
  const double at = p * static_cast<double>(sorted.size() - 1);
  const auto lower = static_cast<std::size_t>(at);
  const std::size_t upper = std::min(lower + 1, sorted.size() - 1);
  return sorted[lower] + (at - static_cast<double>(lower)) * (sorted[upper] - sorted[lower]);
}

double resampled_mean(const std::vector<WeightedValue>& sample, Dice& dice) {
  std::vector<WeightedValue> drawn;
  drawn.reserve(sample.size());
  for (std::size_t i = 0; i < sample.size(); ++i) drawn.push_back(sample[dice.below(sample.size())]);
  return weighted_mean(drawn);
}

}  // namespace

std::uint64_t Dice::next() {
  state_ += 0x9e3779b97f4a7c15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
  return mixed ^ (mixed >> 31U);
}

// Numbers of the last, incomplete round would favour small results; they are thrown again.
std::size_t Dice::below(std::size_t bound) {
  assert(bound > 0);
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t whole_rounds = most - most % bound;
  std::uint64_t thrown = next();
  while (thrown >= whole_rounds) thrown = next();
  return static_cast<std::size_t>(thrown % bound);
}

double weighted_mean(const std::vector<WeightedValue>& sample) {
  double sum = 0;
  double weight = 0;
  for (const WeightedValue& item : sample) {
    sum += item.weight * item.value;
    weight += item.weight;
  }
  return weight > 0 ? sum / weight : 0;
}

Interval bootstrap_interval(const std::vector<WeightedValue>& sample, int draws, std::uint64_t seed) {
  if (sample.empty() || draws <= 0) return {0, 1};
  Dice dice(seed);
  std::vector<double> means;
  means.reserve(static_cast<std::size_t>(draws));
  for (int i = 0; i < draws; ++i) means.push_back(resampled_mean(sample, dice));
  std::sort(means.begin(), means.end());
  return {quantile(means, 0.025), quantile(means, 0.975)};
}

}  // namespace runner::review
