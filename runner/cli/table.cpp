// The table of commands.

#include "runner/cli/rows.hpp"

namespace runner::cli {

namespace {

using Row = Command (*)();
// In the order of help and manual.
constexpr Row rows[] = {
    list_command,
    show_command,
    start_command,
    comment_command,
    comments_command,
    comments_edit_command,
    comments_remove_command,
    import_command,
    export_command,
    submit_command,
    attempts_command,
    score_command,
    explain_command,
    review_command,
    compare_command,
    baseline_command,
    match_command,
    verify_command,
    serve_command,
    invite_command,
    invitations_command,
    invitations_revoke_command,
    pair_command,
    pair_new_command,
    pair_timeline_command,
    audit_command,
    audit_verify_command,
    audit_decisions_command,
    audit_handout_command,
    subject_command,
    subject_export_command,
    erase_command,
    retention_command,
    calibrate_command,
    calibrate_new_command,
    calibrate_sheet_command,
    calibrate_show_command,
    calibrate_rate_command,
    calibrate_join_command,
    calibrate_reveal_command,
    calibrate_report_command,
    calibrate_ladder_command,
    calibrate_promote_command,
    calibrate_enrol_command,
    calibrate_log_command,
    panel_command,
    panel_new_command,
    panel_result_command,
    panel_adjudicate_command,
    bank_command,
    bank_health_command,
    bank_fairness_command,
    rescore_command,
    check_command,
    new_command,
    new_exercise_command,
    new_defect_command,
    new_decoy_command,
    author_command,
    author_plant_command,
    author_rebase_command,
    author_from_git_command,
    detect_command,
    rules_command,
    rules_test_command,
    rules_new_command,
    rules_import_command,
    rules_pages_command,
    demo_command,
    doctor_command,
    sandbox_command,
    sandbox_run_command,
    completion_command,
    manual_command,
};

}  // namespace

std::span<const Command> commands() {
  static const std::vector<Command> table = [] {
    std::vector<Command> all;
    for (const auto row : rows) all.push_back(row());
    return all;
  }();
  return table;
}

std::optional<std::string> Arguments::value(std::string_view name) const {
  const auto found = given_.find(name);
  if (found == given_.end() || found->second.empty()) return std::nullopt;
  return found->second.front();
}

std::vector<std::string> Arguments::values(std::string_view name) const {
  const auto found = given_.find(name);
  return found == given_.end() ? std::vector<std::string>{} : found->second;
}

}  // namespace runner::cli
