// `holds`: what is done inside of a subject, or by the functions that it hands on.
#pragma once

#include "detectors/subjects.hpp"

namespace detectors {

// Names the first such call in the candidate's fields and reasons.
[[nodiscard]] bool held_fits(const facts::Facts& facts, const Relations& rule, Candidate& candidate);

}  // namespace detectors
