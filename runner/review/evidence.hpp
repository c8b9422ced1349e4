// The sentences in which evidence is told.
#pragma once

#include <string>

#include "runner/review/assessment.hpp"
#include "runner/review/place.hpp"
#include "runner/review/said.hpp"

namespace runner::review {

[[nodiscard]] EvidenceKind evidence_kind(Concept kind);

// "names the cause", "names a remedy".
[[nodiscard]] std::string_view role_of(Concept kind);

// What a place weighs by itself (weights.hpp).
[[nodiscard]] double weight_of(Relation relation);

// "line 24 of app/x.py is 2 lines from the defect (line 26)". Precondition: the standing has an anchor.
[[nodiscard]] std::string place_sentence(const Standing& standing, const std::vector<Anchor>& anchors,
                                         const std::vector<Spot>& spots);

}  // namespace runner::review
