// The numbers of a score and the policy that they were made by, as JSON. Of this room alone.
#pragma once

#include "runner/report/json_values.hpp"

namespace runner::report {

[[nodiscard]] Json json(const review::Scorecard& card);
[[nodiscard]] Json json(const review::Policy& policy);

}  // namespace runner::report
