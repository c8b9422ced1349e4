// Relations that are said in code: what the subject is as well, what stands around it, what it holds.
#pragma once

#include "detectors/subjects.hpp"

namespace detectors {

// Metavariables that these bind are bound in `candidate` for those that follow.
[[nodiscard]] bool patterns_fit(const facts::Facts& facts, const Relations& rule, Candidate& candidate);

}  // namespace detectors
