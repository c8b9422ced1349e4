// Which band a score falls into, and whether the evidence can carry it.
#pragma once

#include <string>
#include <vector>

#include "runner/review/score.hpp"

namespace runner::review {

// One defect as far as the score cares.
struct GradedDefect {
  std::string id;
  double weight = 1;  // as in the key, not capped
  Level level = Level::missed;
  bool ambiguous = false;
  Level at_best = Level::missed;  // what a person could make of it if it is ambiguous
};

// C over these defects, capped.
[[nodiscard]] double coverage_of(const std::vector<GradedDefect>& defects, const Policy& policy);

// What noise and extras do to any coverage: S / 100.
struct Adjustment {
  double deduction = 0;
  double bonus = 0;
};
[[nodiscard]] double adjusted(double coverage, const Adjustment& adjustment);

[[nodiscard]] Band plain_band(double score_share, const Policy& policy);  // never more_review

[[nodiscard]] Stability stability_of(const std::vector<GradedDefect>& defects, const Adjustment& adjustment,
                                     const Policy& policy);

struct BandDecision {
  Band band = Band::more_review;
  std::string reason;  // one sentence
};

// The plain band, or "more review" when
// - there are fewer defects than a share needs (Policy::least_for_subscore);
// - deciding the ambiguous matches one way or the other changes the band;
// - leaving one defect out moves the band both up and down, or over a whole band.
// A band that moves one step in one direction stands, and the reason says on which defect it rests.
[[nodiscard]] BandDecision decide_band(const std::vector<GradedDefect>& defects, const Adjustment& adjustment,
                                       const Policy& policy);

}  // namespace runner::review
