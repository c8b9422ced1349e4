// Everything that an auditor may ask about one attempt: who did and decided what, when, why, by which
// version. Without the candidate's name, and without the ratings of a panel that is not revealed.
#pragma once

#include <string>

#include "runner/session/handout_values.hpp"
#include "runner/session/house.hpp"

namespace runner::session {

// Faults: no such attempt.
[[nodiscard]] Checked<Handout> handout(const House& house, const std::string& attempt);

}  // namespace runner::session
