// Conditions that ask whether something is there already, and what follows from the answer.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors::facts {

// `not x`, `x is None`, `count == 0`: the branch is taken when nothing was found.
[[nodiscard]] bool asks_for_absence(const Facts& facts, NodeId condition);
// The block leaves the function or the round of the loop.
[[nodiscard]] bool leaves_at_end(const Facts& facts, NodeId block);
// Gives functions the label "duplicate-check" that leave early when the work was done before: the event is
// known, the status says so, the insert touched no row.
void label_duplicate_checks(Facts& facts);

}  // namespace detectors::facts
