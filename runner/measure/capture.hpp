// How many defects nobody has found yet. Sources: Petersen (1896) and Lincoln (1930); Chapman (1951) with the
// variance of Seber (1970); Mills, On the Statistical Validation of Computer Programs (1972). All three take
// every defect to be as easy to find as any other and finders to be independent; where that fails, the number
// is too low.
#pragma once

#include <optional>

#include "runner/review/score.hpp"

namespace runner::measure {

struct Capture {
  int first = 0;   // found by the first
  int second = 0;  // found by the second
  int both = 0;    // found by both
};
struct Population {
  std::optional<double> lincoln_petersen;  // none where nothing was found by both
  double chapman = 0;
  double standard_error = 0;  // of Chapman's
  review::Interval interval;  // 95 %, normal, never below what was found
};
[[nodiscard]] Population population(const Capture& capture);

// Indigenous defects by the share of seeded ones that were found; none where none of those were. Counts may
// be means over reviewers.
[[nodiscard]] std::optional<double> mills_indigenous(double seeded, double seeded_found,
                                                     double indigenous_found);

}  // namespace runner::measure
