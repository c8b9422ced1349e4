// What `seedfault detect` found, for people and for programs.
#pragma once

#include <string>

#include "runner/report/style.hpp"
#include "runner/session/detect_values.hpp"

namespace runner::report {

// Each finding with its line of code and a caret below it, then one line that counts.
[[nodiscard]] std::string findings_text(const session::DetectReport& report, const Style& style);
[[nodiscard]] std::string findings_json(const session::DetectReport& report);
[[nodiscard]] std::string findings_sarif(const session::DetectReport& report);   // SARIF 2.1.0
[[nodiscard]] std::string findings_rdjson(const session::DetectReport& report);  // reviewdog's format

[[nodiscard]] std::string rule_text(const session::RulePage& page, const Style& style);
[[nodiscard]] std::string rule_json(const session::RulePage& page);

}  // namespace runner::report
