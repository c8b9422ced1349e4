// Efron's percentile bootstrap of a weighted mean, with a generator of our own: the standard's distributions
// differ from one library to the next, and a score must not.
#pragma once

#include <cstdint>
#include <vector>

#include "runner/review/score.hpp"

namespace runner::review {

// splitmix64 (Steele, Lea & Flood 2014): the same seed gives the same numbers on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  [[nodiscard]] std::uint64_t next();
  [[nodiscard]] std::size_t below(std::size_t bound);  // uniform in [0, bound); bound > 0

 private:
  std::uint64_t state_;
};

struct WeightedValue {
  double weight = 0;
  double value = 0;
};

// sum(weight x value) / sum(weight); 0 without weight.
[[nodiscard]] double weighted_mean(const std::vector<WeightedValue>& sample);

// The middle 95 % of the means of `draws` samples drawn with replacement; {0, 1} for an empty sample.
[[nodiscard]] Interval bootstrap_interval(const std::vector<WeightedValue>& sample, int draws,
                                          std::uint64_t seed);

}  // namespace runner::review
