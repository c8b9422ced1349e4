// Guesses spread over the code earn nothing: what fits everywhere says nothing about here.
#pragma once

#include <string>
#include <vector>

#include "runner/review/weigh.hpp"

namespace runner::review {

// For each claim why it is not credited, or "".
//   - the same words in four or more places, whatever code they quote, right in fewer than half of them;
//   - a vague remark repeated word for word: all but one;
//   - one class named in eight or more places, right in fewer than a quarter of them;
//   - a kind of defect is named in thirty or more places, a third of the changed lines or more, and fewer
//   than a
//     quarter of them are right: none of the review's;
//   - a list without places that names six or more classes, fewer than half of them rightly;
//   - in a review whose guesses are mostly wrong (six or more that nothing supports, and three for each that
//   is
//     right), a vague or wrong remark in a defect's place is there by chance;
//   - more vague remarks than defects and four: none of them.
[[nodiscard]] std::vector<std::string> sprayed(const std::vector<ReadClaim>& claims,
                                               const std::vector<Pair>& pairs, const Scene& scene);

}  // namespace runner::review
