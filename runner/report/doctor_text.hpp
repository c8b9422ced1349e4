// What this host can do, and the cure for what it cannot.
#pragma once

#include <string>

#include "runner/report/style.hpp"
#include "runner/session/doctor_values.hpp"

namespace runner::report {

[[nodiscard]] std::string doctor_text(const session::Doctor& doctor, const Style& style);
[[nodiscard]] std::string doctor_json(const session::Doctor& doctor);

}  // namespace runner::report
