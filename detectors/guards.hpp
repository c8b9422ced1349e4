// Guards: what makes a candidate right although all else fits.
#pragma once

#include "detectors/subjects.hpp"

namespace detectors {

// Whether a call, a caught error or a word of `without_guard` and `guard_words` stands in the rule's guard
// scope.
[[nodiscard]] bool guarded(const facts::Facts& facts, const Relations& rule, const Candidate& candidate);

}  // namespace detectors
