// Charts of the calibration report as SVG. What a colour says a word or a number says too. Of this room
// alone.
#pragma once

#include <string>

#include "runner/session/calibration_values.hpp"

namespace runner::report {

[[nodiscard]] std::string heat_map(const session::CalibrationReport& report);     // rater x defect
[[nodiscard]] std::string bias_chart(const session::CalibrationReport& report);   // with its intervals
[[nodiscard]] std::string drift_chart(const session::CalibrationReport& report);  // "" with one pack alone

}  // namespace runner::report
