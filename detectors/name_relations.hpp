// What a rule asks of the name that it speaks of: how the field is declared, where else it is used.
#pragma once

#include "detectors/rules.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

[[nodiscard]] bool name_fits(const facts::Facts& facts, const Relations& rule, const Candidate& candidate);

}  // namespace detectors
