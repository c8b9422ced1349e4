// The bank's health, fairness, and what a new version of the program would change, for the faces.
#pragma once

#include <string>
#include <vector>

#include "runner/measure/fairness.hpp"
#include "runner/report/style.hpp"
#include "runner/session/health_values.hpp"

namespace runner::report {

[[nodiscard]] std::string health_text(const session::HealthReport& report, const Style& style);
[[nodiscard]] std::string health_json(const session::HealthReport& report);

[[nodiscard]] std::string impact_text(const measure::Impact& impact, const Style& style);
[[nodiscard]] std::string impact_json(const measure::Impact& impact);

[[nodiscard]] std::string rescored_text(const std::vector<session::Rescored>& all, const Style& style);
[[nodiscard]] std::string rescored_json(const std::vector<session::Rescored>& all);

}  // namespace runner::report
