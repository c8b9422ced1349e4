// What trying a claim's suggestions says about one defect.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/review/claim.hpp"
#include "runner/review/key.hpp"

namespace runner::review {

enum class Outcome { none, wrong, right };

struct Tried {
  Outcome outcome = Outcome::none;
  std::string text;  // a sentence of evidence; "" for none
};

// Right: the file parses, the detector is silent or the proof passes, and no proof fails. One that is right
// outweighs those that are not. A suggestion that leaves the defect as it is is wrong only when the claim
// names it (`named`): otherwise it was meant for something else.
[[nodiscard]] Tried tried_suggestion(const Claim& claim, const Review& review,
                                     const std::vector<SuggestionTrial>& trials, std::string_view defect,
                                     bool named);

}  // namespace runner::review
