// A person decides about a match, or about what a claim is.
#pragma once

#include <optional>
#include <string>

#include "runner/session/audit.hpp"
#include "runner/session/house.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

struct DecisionRequest {
  std::string target;  // "c3.1:missing-index", "c3:missing-index" where the comment makes one claim; "c3.1"
  review::DecisionKind kind = review::DecisionKind::accept;
  review::Level level = review::Level::missed;  // for set
  review::Fate fate = review::Fate::neutral;    // for count_as: valid_extra, noise or neutral
  std::string reason;
  std::string by;
  std::string actor = std::string(command_line);  // as in audit.hpp
};

// Any pair of a claim and a defect may be decided, queued or not, with evidence or without. `scored` is the
// attempt as the person saw it: what the program said is kept beside the decision.
// Faults: an attempt that is still open; no reason, no name, or one that is no single line; a claim or defect
// that is not there (the nearest is named); a fate for a claim that is credited; nothing to withdraw.
[[nodiscard]] Checked<review::Decision> decide(const House& house, const Scored& scored,
                                               const DecisionRequest& request);

// Of every attempt about which anything was decided, in the order of their making.
[[nodiscard]] Checked<std::vector<Journal>> journals(const House& house);

}  // namespace runner::session
