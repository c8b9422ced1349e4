// The report of a calibration made by hand: two reviews of three defects, three raters of whom one came late,
// rated not everything and has a name that would be markup.
#pragma once

#include "runner/session/calibration_values.hpp"

namespace runner::report {

[[nodiscard]] session::CalibrationReport calibration_sample();

// Two people and the program about one attempt; an adjudicator decided one defect, another is open.
[[nodiscard]] session::Pack panel_sample();

}  // namespace runner::report
