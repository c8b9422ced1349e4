// The matches that a person is asked about.
#pragma once

#include <string>
#include <vector>

#include "runner/review/assessment.hpp"

namespace runner::review {

struct Queued {
  std::size_t pair = 0;  // index into Assessment::pairs
  std::string why;       // one sentence
};

// Ambiguous pairs (Pair::ambiguous) that nobody has decided and whose decision can change something:
//   - the pair earns its defect's level, on a close call;
//   - it falls short, its claim is about no other defect, and it would raise the defect's level;
//   - it falls short, and its claim counts as noise or a decoy hit, which it would no longer be.
// Not asked about: guesses that fit everywhere, and claims that say again what others said better. In the
// order of the pairs: by defect, the closest to a match first.
[[nodiscard]] std::vector<Queued> queue(const Assessment& assessment);

// Claims that a person is asked about as such: findings that nobody planned and nobody has judged. In the
// review's order.
[[nodiscard]] std::vector<std::size_t> unjudged(const Assessment& assessment);

}  // namespace runner::review
