#include "runner/report/handout.hpp"
#include "runner/report/json_values.hpp"
#include "runner/report/score_read.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json attempt_json(const session::Attempt& attempt) {
  return Json{{"id", attempt.id},
              {"exercise", attempt.exercise},
              {"exercise_version", attempt.exercise_version},
              {"exercise_digest", attempt.exercise_digest},
              {"seed", attempt.seed},
              {"planted", attempt.planted},
              {"tool_version", attempt.tool_version},
              {"verdict", identifier(review::to_string(attempt.verdict))},
              {"started_at", attempt.started_at},
              {"submitted_at", text_or_null(attempt.submitted_at)}};
}

Json invitation_json(const std::optional<session::InvitationState>& state) {
  if (!state) return nullptr;
  return Json{{"id", state->invitation.id},
              {"time_factor", state->invitation.time_factor},
              {"deadline", text_or_null(state->invitation.deadline)},
              {"pauses", state->pauses.size()}};
}

// Each level with who set it: the program, a person's decision, a panel.
Json levels_json(const session::Scored& scored) {
  Json levels = Json::array();
  for (const auto& result : scored.assessment.defects)
    levels.push_back(
        Json{{"defect", result.defect},
             {"level", identifier(review::to_string(result.level))},
             {"decision", result.decision == 0 || result.settled ? Json(nullptr) : Json(result.decision)},
             {"panel", result.settled ? Json(scored.panel->panel) : Json(nullptr)}});
  return levels;
}

Json score_json(const session::GivenScore& record) {
  const auto scored = read_score(record.document);
  return Json{{"number", record.number},
              {"made_at", record.made_at},
              {"tool_version", record.tool_version},
              {"inputs", record.inputs},
              {"score", scored ? rounded(scored->card.score) : Json(nullptr)},
              {"coverage", scored ? rounded(scored->card.coverage) : Json(nullptr)},
              {"band", scored ? Json(identifier(review::to_string(scored->card.band))) : Json(nullptr)},
              {"levels", scored ? levels_json(*scored) : Json::array()}};
}

Json panel_json(const session::HeldPanel& held) {
  Json raters = Json::array(), defects = Json::array(), steps = Json::array();
  for (const auto& rater : held.pack.raters)
    raters.push_back(Json{{"name", rater.name},
                          {"role", rater.role == session::PackRole::adjudicator ? "adjudicator" : "rater"},
                          {"rung", rater.submitted_at.empty() ? Json(nullptr) : Json(to_string(rater.rung))},
                          {"submitted_at", text_or_null(rater.submitted_at)},
                          {"excused", text_or_null(rater.excused)}});
  for (const auto& defect : held.defects) defects.push_back(json(defect));
  for (const auto& step : held.steps)
    steps.push_back(Json{{"number", step.number},
                         {"at", step.at},
                         {"by", step.by},
                         {"what", step.what},
                         {"detail", step.detail},
                         {"digest", step.digest}});
  return Json{{"panel", held.pack.id},
              {"made_by", held.pack.made_by},
              {"made_at", held.pack.made_at},
              {"tool_version", held.pack.tool_version},
              {"revealed_at", text_or_null(held.pack.revealed_at)},
              {"program_rates", held.pack.program_rates},
              {"raters", std::move(raters)},
              {"defects", std::move(defects)},
              {"steps", std::move(steps)}};
}

}  // namespace

std::string handout_json(const session::Handout& handout) {
  Json scores = Json::array(), decisions = Json::array(), panels = Json::array(), entries = Json::array();
  session::Scored of;
  of.decisions = handout.decisions;
  for (const auto& record : handout.scores) scores.push_back(score_json(record));
  for (const auto& decision : handout.decisions) decisions.push_back(json(of, decision));
  for (const auto& held : handout.panels) panels.push_back(panel_json(held));
  for (const auto& entry : handout.entries) entries.push_back(json(entry));
  return written(Json{{"schema", "seedfault.handout/1"},
                      {"attempt", attempt_json(handout.attempt)},
                      {"invitation", invitation_json(handout.invitation)},
                      {"scores", std::move(scores)},
                      {"decisions", std::move(decisions)},
                      {"panels", std::move(panels)},
                      {"audit", std::move(entries)},
                      {"audit_head", text_or_null(handout.head)},
                      {"audit_fault", text_or_null(handout.audit_fault)},
                      {"calibration_log_broken_at",
                       handout.calibration_broken > 0 ? Json(handout.calibration_broken) : Json(nullptr)}});
}

}  // namespace runner::report
