// Which candidates are findings: a rule's relations, judged one candidate at a time.
#pragma once

#include <optional>

#include "detectors/subjects.hpp"

namespace detectors {

// The candidate with what the judgement rests on added to its `because`; none when it is no finding.
[[nodiscard]] std::optional<Candidate> judge(const facts::Facts& facts, const Relations& relations,
                                             const Candidate& candidate);

}  // namespace detectors
