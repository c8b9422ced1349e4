// People who do not exist: raters of known harshness and noise, candidates of known ability. They show that
// the statistics give back what was put in, and how fast. Seeded; never stored beside real ones.
#pragma once

#include <cstdint>
#include <vector>

#include "runner/measure/agreement.hpp"
#include "runner/review/bootstrap.hpp"

namespace runner::measure {

// Standard normal by Box & Muller (1958).
[[nodiscard]] double normal(review::Dice& dice);
[[nodiscard]] double uniform(review::Dice& dice);  // in [0, 1)

struct SimulatedRater {
  double bias = 0;   // levels above the truth
  double noise = 0;  // standard deviation, levels
};
// Levels 0 to 4 for each true one; a row a rater.
[[nodiscard]] std::vector<std::vector<int>> simulate_ratings(const std::vector<int>& truth,
                                                             const std::vector<SimulatedRater>& raters,
                                                             std::uint64_t seed);

// The two-parameter logistic model (Birnbaum 1968): an item is found with 1 / (1 + exp(-a (ability - b))).
struct SimulatedItem {
  double difficulty = 0;      // b
  double discrimination = 1;  // a
  double located = 0;         // of those who miss it, the share that still points at the place
  double drift = 0;           // added to every ability from the change on: the item has leaked
};
struct SimulatedCohort {
  int candidates = 0;
  double ability_mean = 0;
  double ability_deviation = 1;
  int leak_from = 0;  // the candidate from whom on drift counts
};
// Levels 0 to 4; a row a candidate.
[[nodiscard]] std::vector<std::vector<int>> simulate_candidates(const SimulatedCohort& cohort,
                                                                const std::vector<SimulatedItem>& items,
                                                                std::uint64_t seed);

}  // namespace runner::measure
