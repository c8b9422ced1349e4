// One function a command, each in the file of its name.
#pragma once

#include "runner/cli/command.hpp"

namespace runner::cli {

[[nodiscard]] Command list_command();
[[nodiscard]] Command show_command();
[[nodiscard]] Command start_command();
[[nodiscard]] Command comment_command();
[[nodiscard]] Command comments_command();
[[nodiscard]] Command comments_edit_command();
[[nodiscard]] Command comments_remove_command();
[[nodiscard]] Command import_command();
[[nodiscard]] Command export_command();
[[nodiscard]] Command submit_command();
[[nodiscard]] Command attempts_command();
[[nodiscard]] Command score_command();
[[nodiscard]] Command explain_command();
[[nodiscard]] Command compare_command();
[[nodiscard]] Command baseline_command();
[[nodiscard]] Command review_command();
[[nodiscard]] Command match_command();
[[nodiscard]] Command verify_command();
[[nodiscard]] Command serve_command();
[[nodiscard]] Command invite_command();
[[nodiscard]] Command invitations_command();
[[nodiscard]] Command invitations_revoke_command();
[[nodiscard]] Command pair_command();
[[nodiscard]] Command pair_new_command();
[[nodiscard]] Command pair_timeline_command();
[[nodiscard]] Command audit_command();
[[nodiscard]] Command audit_verify_command();
[[nodiscard]] Command audit_decisions_command();
[[nodiscard]] Command audit_handout_command();
[[nodiscard]] Command check_command();
[[nodiscard]] Command new_command();
[[nodiscard]] Command new_exercise_command();
[[nodiscard]] Command new_defect_command();
[[nodiscard]] Command new_decoy_command();
[[nodiscard]] Command author_command();
[[nodiscard]] Command author_plant_command();
[[nodiscard]] Command author_rebase_command();
[[nodiscard]] Command author_from_git_command();
[[nodiscard]] Command detect_command();
[[nodiscard]] Command rules_command();
[[nodiscard]] Command rules_test_command();
[[nodiscard]] Command rules_new_command();
[[nodiscard]] Command rules_import_command();
[[nodiscard]] Command rules_pages_command();
[[nodiscard]] Command demo_command();
[[nodiscard]] Command doctor_command();
[[nodiscard]] Command sandbox_command();
[[nodiscard]] Command sandbox_run_command();
[[nodiscard]] Command completion_command();
[[nodiscard]] Command manual_command();

// Many reviews at once: calibration, panels, the health of the bank.
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

// What is held about people.
[[nodiscard]] Command subject_command();
[[nodiscard]] Command subject_export_command();
[[nodiscard]] Command erase_command();
[[nodiscard]] Command retention_command();

}  // namespace runner::cli
