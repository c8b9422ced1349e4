// Attempts, samples and baselines side by side.
#pragma once

#include <vector>

#include "runner/session/house.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

// Two or more scores that can be compared: of one exercise. Faults name those that cannot.
[[nodiscard]] Checked<std::vector<Scored>> comparable(std::vector<Scored> scores);

}  // namespace runner::session
