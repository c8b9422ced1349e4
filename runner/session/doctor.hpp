// What this host can do, asked of the host and not assumed.
#pragma once

#include "runner/session/doctor_values.hpp"
#include "runner/session/house.hpp"

namespace runner::session {

[[nodiscard]] Doctor examine(const House& house);

}  // namespace runner::session
