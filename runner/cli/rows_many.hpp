// The commands about many reviews at once: calibration, panels, the bank's health. As rows.hpp for the
// others.
#pragma once

#include "runner/cli/command.hpp"

namespace runner::cli {

[[nodiscard]] Command calibrate_command();
[[nodiscard]] Command calibrate_new_command();
[[nodiscard]] Command calibrate_sheet_command();
[[nodiscard]] Command calibrate_show_command();
[[nodiscard]] Command calibrate_rate_command();
[[nodiscard]] Command calibrate_join_command();
[[nodiscard]] Command calibrate_reveal_command();
[[nodiscard]] Command calibrate_report_command();
[[nodiscard]] Command calibrate_ladder_command();
[[nodiscard]] Command calibrate_promote_command();
[[nodiscard]] Command calibrate_enrol_command();
[[nodiscard]] Command calibrate_log_command();
[[nodiscard]] Command panel_command();
[[nodiscard]] Command panel_new_command();
[[nodiscard]] Command panel_result_command();
[[nodiscard]] Command panel_adjudicate_command();
[[nodiscard]] Command bank_command();
[[nodiscard]] Command bank_health_command();
[[nodiscard]] Command bank_fairness_command();
[[nodiscard]] Command rescore_command();

}  // namespace runner::cli
