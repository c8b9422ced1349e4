#include "runner/report/score_json.hpp"

#include "runner/report/json_values.hpp"
#include "runner/report/lookup.hpp"
#include "runner/report/scorecard_json.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

// Without `folder`: where a candidate's files lay on one machine is nobody's business afterwards.
Json attempt_json(const session::Scored& scored) {
  const auto& attempt = scored.attempt;
  return Json{{"id", attempt.id},
              {"exercise", attempt.exercise},
              {"exercise_version", attempt.exercise_version},
              {"exercise_digest", attempt.exercise_digest},
              {"exercise_title", scored.exercise_title},
              {"pull_request_title", scored.pull_request_title},
              {"tool_version", attempt.tool_version},
              {"seed", attempt.seed},
              {"planted", attempt.planted},
              {"candidate", attempt.candidate},
              {"base_commit", attempt.base_commit},
              {"change_commit", attempt.change_commit},
              {"state", word(attempt.state)},
              {"verdict", identifier(review::to_string(scored.review.verdict))},
              {"started_at", attempt.started_at},
              {"submitted_at", attempt.submitted_at},
              {"suggested_minutes", scored.minutes},
              {"comment_count", scored.review.comments.size()}};
}

Json number_or_null(int number) { return number == 0 ? Json(nullptr) : Json(number); }

Json result_json(const session::Scored& scored, const review::DefectResult& result) {
  return Json{{"level", identifier(review::to_string(result.level))},
              {"level_number", static_cast<int>(result.level)},
              {"credit", rounded(credit(scored, result.level))},
              {"claim", result.claim ? Json(*result.claim) : Json(nullptr)},
              {"duplicates", result.duplicates},
              {"wrong_remedy", result.wrong_remedy},
              {"ambiguous", result.ambiguous},
              {"decision", number_or_null(result.decision)}};
}

Json defect_json(const session::Scored& scored, std::size_t index, double share) {
  const auto& defect = scored.key.defects[index];
  return Json{{"id", defect.id},
              {"class", defect.class_id},
              {"class_title", defect.class_title},
              {"pattern", defect.pattern},
              {"skill", defect.skill},
              {"instinct", defect.instinct},
              {"severity", detectors::source::to_string(defect.severity)},
              {"weight", rounded(defect.weight)},
              {"share", rounded(share)},
              {"title", defect.title},
              {"why", defect.why},
              {"fix", defect.fix},
              {"places", json(defect.places)},
              {"absence", defect.absence},
              {"words", json(defect.words)},
              {"class_words", json(defect.class_words)},
              {"near_misses", defect.near_misses},
              {"follow_ups", defect.follow_ups},
              {"result", result_json(scored, result_of(scored, index))}};
}

// In the key's order, each with its share of the total: coverage is the sum of share times credit.
Json defects_json(const session::Scored& scored) {
  std::vector<double> weights;
  for (const auto& defect : scored.key.defects) weights.push_back(defect.weight);
  const auto shares = review::capped_weights(std::move(weights), scored.policy.largest_share);
  Json out = Json::array();
  for (std::size_t i = 0; i < scored.key.defects.size(); ++i)
    out.push_back(defect_json(scored, i, shares[i]));
  return out;
}

Json decoys_json(const session::Scored& scored) {
  Json out = Json::array();
  for (const auto& decoy : scored.key.decoys) {
    Json hits = Json::array();
    for (const auto claim : claims_of_fate(scored, review::Fate::decoy_hit))
      if (scored.assessment.claims[claim].target == decoy.id) hits.push_back(claim);
    out.push_back(Json{{"id", decoy.id},
                       {"title", decoy.title},
                       {"class", decoy.class_id},
                       {"places", json(decoy.places)},
                       {"reason", decoy.reason},
                       {"false_alarm", decoy.false_alarm},
                       {"claims", std::move(hits)}});
  }
  return out;
}

Json sightings_json(const review::Key& key) {
  Json out = Json::array();
  for (const auto& sighting : key.sightings)
    out.push_back(Json{{"class", sighting.class_id},
                       {"path", sighting.path},
                       {"lines", json(sighting.lines)},
                       {"message", sighting.message}});
  return out;
}

Json mentions_json(const std::vector<review::Mention>& mentions) {
  Json out = Json::array();
  for (const auto& mention : mentions)
    out.push_back(Json{{"text", mention.text},
                       {"path", mention.path},
                       {"lines", json(mention.lines)},
                       {"symbol", mention.symbol}});
  return out;
}

Json claims_json(const session::Scored& scored) {
  Json out = Json::array();
  for (std::size_t i = 0; i < scored.assessment.claims.size(); ++i) {
    const auto& result = scored.assessment.claims[i];
    out.push_back(Json{{"index", i},
                       {"comment", comment_of(scored, i).id},
                       {"ordinal", result.claim.ordinal},
                       {"text", result.claim.text},
                       {"label", result.claim.label},
                       {"blocking", result.claim.blocking},
                       {"code", result.claim.code},
                       {"mentions", mentions_json(result.claim.mentions)},
                       {"suggestions", result.claim.suggestions},
                       {"fate", identifier(review::to_string(result.fate))},
                       {"target", result.target},
                       {"reason", result.reason},
                       {"sprayed", result.sprayed},
                       {"decision", number_or_null(result.decision)}});
  }
  return out;
}

Json pairs_json(const session::Scored& scored) {
  Json out = Json::array();
  for (const auto& pair : scored.assessment.pairs) out.push_back(json(scored, pair));
  return out;
}

Json review_json(const review::Review& review) {
  Json comments = Json::array();
  for (const auto& comment : review.comments) comments.push_back(json(comment));
  return Json{{"verdict", identifier(review::to_string(review.verdict))}, {"comments", std::move(comments)}};
}

Json diff_json(const git::FileDiff& diff) {
  Json hunks = Json::array();
  for (const auto& hunk : diff.hunks) {
    Json lines = Json::array();
    for (const auto& line : hunk.lines) {
      const char* kind = line.kind == git::DiffLineKind::added     ? "added"
                         : line.kind == git::DiffLineKind::removed ? "removed"
                                                                   : "context";
      lines.push_back(Json{{"kind", kind},
                           {"before", line.before.number == 0 ? Json(nullptr) : Json(line.before.number)},
                           {"after", line.after.number == 0 ? Json(nullptr) : Json(line.after.number)},
                           {"text", line.text}});
    }
    hunks.push_back(std::move(lines));
  }
  return Json{
      {"path", diff.path}, {"added", diff.added}, {"removed", diff.removed}, {"hunks", std::move(hunks)}};
}

}  // namespace

std::string score_json(const session::Scored& scored) {
  Json diffs = Json::array();
  for (const auto& diff : scored.diffs) diffs.push_back(diff_json(diff));
  Json decisions = Json::array();
  for (const auto& decision : scored.decisions) decisions.push_back(json(scored, decision));
  return written(Json{{"schema", score_schema},
                      {"scored_by", scored.scored_by},
                      {"inputs", scored.inputs},
                      {"attempt", attempt_json(scored)},
                      {"score", json(scored.card)},
                      {"policy", json(scored.policy)},
                      {"defects", defects_json(scored)},
                      {"decoys", decoys_json(scored)},
                      {"sightings", sightings_json(scored.key)},
                      {"claims", claims_json(scored)},
                      {"pairs", pairs_json(scored)},
                      {"decisions", std::move(decisions)},
                      {"panel", scored.panel ? json(*scored.panel) : Json(nullptr)},
                      {"review", review_json(scored.review)},
                      {"diff", std::move(diffs)},
                      {"notes", scored.notes}});
}

}  // namespace runner::report
