#include "runner/report/score_read.hpp"

#include <fmt/format.h>

#include "runner/report/json_read.hpp"
#include "runner/report/score_json.hpp"
#include "runner/report/scorecard_json.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

using detectors::source::Checked;
using detectors::source::faulty;
using Texts = std::vector<std::string>;

session::Attempt attempt_of(const Json& json) {
  session::Attempt attempt;
  attempt.id = text(json, "id");
  attempt.exercise = text(json, "exercise");
  attempt.exercise_version = text(json, "exercise_version");
  attempt.exercise_digest = text(json, "exercise_digest");
  attempt.tool_version = text(json, "tool_version");
  attempt.seed = json.at("seed").get<std::uint64_t>();
  attempt.planted = json.at("planted").get<Texts>();
  attempt.candidate = text(json, "candidate");
  attempt.base_commit = text(json, "base_commit");
  attempt.change_commit = text(json, "change_commit");
  attempt.state = text(json, "state") == word(session::AttemptState::open) ? session::AttemptState::open
                                                                           : session::AttemptState::submitted;
  attempt.verdict = verdict_of(json.at("verdict"));
  attempt.started_at = text(json, "started_at");
  attempt.submitted_at = text(json, "submitted_at");
  attempt.comment_count = json.at("comment_count").get<int>();
  return attempt;
}

review::Defect defect_of(const Json& json) {
  review::Defect made;
  made.id = text(json, "id");
  made.class_id = text(json, "class");
  made.class_title = text(json, "class_title");
  made.pattern = text(json, "pattern");
  made.skill = text(json, "skill");
  made.instinct = text(json, "instinct");
  made.severity = severity_of(json.at("severity"));
  made.weight = json.at("weight").get<double>();
  made.title = text(json, "title");
  made.why = text(json, "why");
  made.fix = text(json, "fix");
  made.places = places_of(json.at("places"));
  made.absence = json.at("absence").get<bool>();
  made.class_words = words_of(json.at("class_words"));
  made.words = words_of(json.at("words"));
  made.near_misses = json.at("near_misses").get<Texts>();
  made.follow_ups = json.at("follow_ups").get<Texts>();
  return made;
}

review::DefectResult result_of(const Json& json, const std::string& defect) {
  review::DefectResult result;
  result.defect = defect;
  result.level = level_of(json.at("level"));
  if (!json.at("claim").is_null()) result.claim = json.at("claim").get<std::size_t>();
  result.duplicates = json.at("duplicates").get<std::vector<std::size_t>>();
  result.wrong_remedy = text(json, "wrong_remedy");
  result.ambiguous = json.at("ambiguous").get<bool>();
  result.decision = number_of(json.at("decision"));
  return result;
}

void read_key(const Json& json, session::Scored& scored) {
  for (const auto& each : json.at("defects")) {
    scored.key.defects.push_back(defect_of(each));
    scored.assessment.defects.push_back(result_of(each.at("result"), scored.key.defects.back().id));
  }
  for (const auto& each : json.at("decoys")) {
    auto& made = scored.key.decoys.emplace_back();
    made.id = text(each, "id");
    made.title = text(each, "title");
    made.places = places_of(each.at("places"));
    made.reason = text(each, "reason");
    made.false_alarm = each.at("false_alarm").get<Texts>();
    made.class_id = text(each, "class");
  }
  for (const auto& each : json.at("sightings")) {
    auto& made = scored.key.sightings.emplace_back();
    made.class_id = text(each, "class");
    made.path = text(each, "path");
    made.lines = lines_of(each.at("lines"));
    made.message = text(each, "message");
  }
}

review::ClaimResult claim_of(const Json& json, const Json& comments) {
  review::ClaimResult result;
  result.claim.comment = comments.at(text(json, "comment")).get<std::size_t>();
  result.claim.ordinal = json.at("ordinal").get<std::size_t>();
  result.claim.text = text(json, "text");
  result.claim.label = text(json, "label");
  result.claim.blocking = json.at("blocking").get<bool>();
  result.claim.code = json.at("code").get<Texts>();
  result.fate = fate_of(json.at("fate"));
  result.target = text(json, "target");
  result.reason = text(json, "reason");
  for (const auto& each : json.at("mentions")) {
    auto& made = result.claim.mentions.emplace_back();
    made.text = text(each, "text");
    made.path = text(each, "path");
    made.lines = lines_of(each.at("lines"));
    made.symbol = text(each, "symbol");
  }
  result.claim.suggestions = json.at("suggestions").get<std::vector<std::size_t>>();
  result.sprayed = json.at("sprayed").get<bool>();
  result.decision = number_of(json.at("decision"));
  return result;
}

review::Pair pair_of(const Json& json, const Json& claims, const Json& defects) {
  review::Pair pair;
  pair.claim = claims.at(json.at("claim").get<std::size_t>()).at("index").get<std::size_t>();
  pair.defect = defects.at(text(json, "defect")).get<std::size_t>();
  pair.score = json.at("score").get<double>();
  pair.level = level_of(json.at("level"));
  pair.ambiguous = json.at("ambiguous").get<bool>();
  pair.wrong_remedy = text(json, "wrong_remedy");
  for (const auto& each : json.at("evidence")) pair.evidence.push_back(evidence_of(each));
  if (!json.at("decided").is_null()) pair.decided = level_of(json.at("decided"));
  pair.decision = number_of(json.at("decision"));
  return pair;
}

// The place of each entry in a list, by its id.
Json places_in(const Json& list) {
  auto places = Json::object();
  for (std::size_t i = 0; i < list.size(); ++i) places[text(list[i], "id")] = i;
  return places;
}

session::PanelLevel panel_level_of(const Json& json) {
  session::PanelLevel made;
  made.panel.id = text(json, "id");
  for (const auto& each : json.at("ratings"))
    made.panel.said.emplace_back(text(each, "rater"), level_of(each.at("level")));
  made.panel.result = level_of(json.at("result"));
  made.panel.decided_by = text(json, "decided_by");
  made.panel.why = text(json, "why");
  made.matched = level_of(json.at("without_panel"));
  made.ambiguous = json.at("without_panel_ambiguous").get<bool>();
  return made;
}

void read_panel(const Json& json, session::Scored& scored) {
  session::PanelWord word;
  word.panel = text(json, "panel");
  word.made_by = text(json, "made_by");
  word.made_at = text(json, "made_at");
  word.revealed_at = text(json, "revealed_at");
  word.program_rates = json.at("program_rates").get<bool>();
  for (const auto& each : json.at("defects")) word.defects.push_back(panel_level_of(each));
  for (auto& result : scored.assessment.defects)
    for (const auto& each : word.defects) result.settled = result.settled || each.panel.id == result.defect;
  scored.panel = std::move(word);
}

session::Scored read(const Json& json) {
  session::Scored scored;
  scored.attempt = attempt_of(json.at("attempt"));
  scored.exercise_title = text(json.at("attempt"), "exercise_title");
  scored.pull_request_title = text(json.at("attempt"), "pull_request_title");
  scored.minutes = json.at("attempt").at("suggested_minutes").get<int>();
  scored.scored_by = text(json, "scored_by");
  scored.inputs = text(json, "inputs");
  read_key(json, scored);
  scored.review.verdict = verdict_of(json.at("review").at("verdict"));
  const auto comments = places_in(json.at("review").at("comments"));
  const auto defects = places_in(json.at("defects"));
  for (const auto& each : json.at("review").at("comments"))
    scored.review.comments.push_back(comment_of(each));
  for (const auto& each : json.at("claims")) scored.assessment.claims.push_back(claim_of(each, comments));
  for (const auto& each : json.at("pairs"))
    scored.assessment.pairs.push_back(pair_of(each, json.at("claims"), defects));
  for (const auto& each : json.at("decisions")) scored.decisions.push_back(decision_of(each));
  if (json.contains("panel") && !json.at("panel").is_null()) read_panel(json.at("panel"), scored);
  for (const auto& each : json.at("diff")) scored.diffs.push_back(diff_of(each));
  scored.notes = json.at("notes").get<Texts>();
  scored.policy = policy_of(json.at("policy"));
  scored.card = card_of(json.at("score"));
  return scored;
}

// What reports and the computation of the numbers take for granted.
bool sound(const session::Scored& scored) {
  const auto claims = scored.assessment.claims.size();
  for (const auto& defect : scored.key.defects)
    if (!(defect.weight > 0)) return false;
  for (const auto& result : scored.assessment.defects) {
    if (result.claim.value_or(0) >= claims && result.claim) return false;
    for (const auto duplicate : result.duplicates)
      if (duplicate >= claims) return false;
  }
  return true;
}

void recompute(session::Scored& scored, const Json& given) {
  const auto computed = review::score(scored.assessment, scored.key, scored.review.verdict, scored.policy);
  auto now = report::json(computed);
  if (!given.at("counts").contains("unjudged")) now["counts"].erase("unjudged");
  if (now == given) return;
  scored.notes.push_back(fmt::format(
      "The numbers are those of seedfault {}, which made this score; this version would compute a "
      "score of {}, band: {}, from the same levels.",
      scored.scored_by, points(computed.score), word(computed.band)));
}

}  // namespace

Checked<session::Scored> read_score(std::string_view document) {
  const auto unreadable = [](const std::string& why) {
    return faulty({"the score that is kept",
                   {},
                   "cannot be read: " + why,
                   "`seedfault score ATTEMPT --again` makes a new one; the old one stays in the store"});
  };
  const auto json = Json::parse(document, nullptr, false);
  const bool known = json.is_object() && json.contains("schema") &&
                     (json["schema"] == score_schema || json["schema"] == earlier_score_schema);
  if (!known) return unreadable(fmt::format("it is not {}", score_schema));
  try {
    auto scored = read(json);
    if (!sound(scored)) return unreadable("its parts do not fit together");
    recompute(scored, json.at("score"));
    return scored;
  } catch (const Json::exception& error) {
    return unreadable(error.what());
  }
}

}  // namespace runner::report
