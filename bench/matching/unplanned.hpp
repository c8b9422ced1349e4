// True findings outside the key: a planted defect is left in the tree and taken out of the key, its own words
// and the detectors' report of it too. A comment that deserves to be credited for it, and for nothing else,
// is then a true finding that nobody planned.
#pragma once

#include "bench/matching/outcome.hpp"

namespace bench {

// Adds the fates of such comments, within their whole review; `expected` is "true finding".
[[nodiscard]] Checked<std::monostate> judge_unplanned(const runner::session::Bench& bench,
                                                      const runner::session::Stage& stage,
                                                      const LabelledReview& labelled, std::size_t number,
                                                      Outcomes& outcomes);

}  // namespace bench
