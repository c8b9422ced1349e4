// Which candidates are findings: a rule's relations, judged one candidate at a time.
#pragma once

#include <optional>

#include "detectors/subjects.hpp"

namespace detectors {

// But for `file_words`: the candidate with what the judgement rests on added to its `because`; none when it
// is no finding.
[[nodiscard]] std::optional<Candidate> judge(const facts::Facts& facts, const Relations& relations,
                                             const Candidate& candidate);

// Whether the file is about what the rule asks for at all: the same for all of its candidates, and dear.
[[nodiscard]] bool file_fits(const facts::Facts& facts, const Relations& relations);

}  // namespace detectors
