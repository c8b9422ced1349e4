// What the bank covers, for its owner: each outage pattern, skill and instinct against exercises, languages,
// levels.
#pragma once

#include <string>
#include <vector>

#include "runner/report/style.hpp"
#include "runner/session/bank_values.hpp"

namespace runner::report {

[[nodiscard]] std::string coverage_text(const std::vector<session::ThemeCoverage>& rows, const Style& style);
[[nodiscard]] std::string coverage_json(const std::vector<session::ThemeCoverage>& rows);

}  // namespace runner::report
