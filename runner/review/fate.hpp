// What becomes of a claim that is credited with nothing: matching.md, "What an unmatched claim is".
#pragma once

#include <optional>
#include <string>

#include "runner/review/assessment.hpp"
#include "runner/review/code_index.hpp"
#include "runner/review/weigh.hpp"

namespace runner::review {

struct Uncredited {
  Fate fate = Fate::neutral;
  std::string target;
  std::string reason;
};

// The class of a finding of the detectors that the claim names at its place, and that was not planted; none
// otherwise.
[[nodiscard]] std::optional<std::string> confirmed_extra(const ReadClaim& claim, const Scene& scene,
                                                         const CodeIndex& index);

// For a claim that matches no defect. `sprayed` is why it counts for nothing, or "".
[[nodiscard]] Uncredited fate_of(const ReadClaim& claim, const Scene& scene, const CodeIndex& index,
                                 const std::string& sprayed);

}  // namespace runner::review
