// How long a big review takes.
#pragma once

#include <string>
#include <vector>

#include "bench/matching/corpus.hpp"
#include "runner/session/score.hpp"

namespace bench {

struct Timing {
  std::size_t comments = 0;
  std::size_t defects = 0;
  double median_ms = 0;     // of several runs, wall clock
  double processor_ms = 0;  // likewise, of this process alone: other work on the machine does not count
};

// 1,000 comments, those of the corpus again and again, against the stage's defects until there are 50: read,
// weighed, assigned. Without suggestions: what they cost is scanning.
[[nodiscard]] Timing time_judging(const runner::review::Key& key, const runner::review::Language& language,
                                  const std::vector<LabelledReview>& corpus);

}  // namespace bench
