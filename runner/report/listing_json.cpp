#include "runner/report/json_values.hpp"
#include "runner/report/listing.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

Json references(const std::vector<exercise::PlaceRef>& places) {
  Json out = Json::array();
  for (const auto& place : places)
    out.push_back(Json{
        {"path", place.path}, {"code", place.code}, {"symbol", place.symbol}, {"role", word(place.role)}});
  return out;
}

Json defect_json(const exercise::PlantedDefect& defect) {
  return Json{{"id", defect.id},
              {"class", defect.class_id},
              {"severity", detectors::source::to_string(defect.severity)},
              {"weight", rounded(defect.weight)},
              {"title", defect.title},
              {"why", defect.why},
              {"fix", defect.fix},
              {"excludes", defect.excludes},
              {"absence", defect.absence},
              {"detectable", defect.detectable == exercise::Detectable::yes},
              {"undetectable_reason", defect.undetectable_reason},
              {"places", references(defect.places)},
              {"words", json(defect.words)},
              {"near_misses", defect.near_misses},
              {"follow_ups", defect.follow_ups}};
}

Json decoy_json(const exercise::DecoyPlace& decoy) {
  return Json{{"id", decoy.id},          {"title", decoy.title},
              {"class", decoy.class_id}, {"places", references(decoy.places)},
              {"reason", decoy.reason},  {"false_alarm", decoy.false_alarm}};
}

Json names_json(const exercise::Tree& tree) {
  Json out = Json::array();
  for (const auto& file : tree) out.push_back(file.path);
  return out;
}

void add_answers(Json& out, const exercise::Exercise& exercise) {
  out["patterns"] = exercise.patterns;
  out["plant"] = Json{{"at_least", exercise.plant.at_least},
                      {"at_most", exercise.plant.at_most},
                      {"always", exercise.plant.always}};
  out["defects"] = Json::array();
  for (const auto& defect : exercise.defects) out["defects"].push_back(defect_json(defect));
  out["decoys"] = Json::array();
  for (const auto& decoy : exercise.decoys) out["decoys"].push_back(decoy_json(decoy));
  out["reviews"] = Json::array();
  for (const auto& review : exercise.reviews)
    out["reviews"].push_back(Json{{"name", review.name}, {"title", review.title}});
  out["artifacts"] = names_json(exercise.artifacts);
}

Json head_json(const exercise::Exercise& exercise) {
  return Json{{"id", exercise.id},           {"title", exercise.title},       {"version", exercise.version},
              {"summary", exercise.summary}, {"language", exercise.language}, {"level", exercise.level},
              {"minutes", exercise.minutes}};
}

Json pull_request_json(const exercise::PullRequest& request) {
  return Json{{"title", request.title},   {"author", request.author}, {"branch", request.branch},
              {"ticket", request.ticket}, {"when", request.when},     {"body", request.body}};
}

Json attempt_json(const session::Attempt& attempt) {
  return Json{{"id", attempt.id},
              {"exercise", attempt.exercise},
              {"exercise_version", attempt.exercise_version},
              {"exercise_digest", attempt.exercise_digest},
              {"tool_version", attempt.tool_version},
              {"seed", attempt.seed},
              {"candidate", attempt.candidate},
              {"folder", attempt.folder},
              {"base_commit", attempt.base_commit},
              {"change_commit", attempt.change_commit},
              {"state", word(attempt.state)},
              {"verdict", identifier(review::to_string(attempt.verdict))},
              {"started_at", attempt.started_at},
              {"submitted_at", attempt.submitted_at},
              {"comment_count", attempt.comment_count}};
}

// With all that is known of where it came from, which a score leaves out.
Json whole_comment(const review::Comment& comment) {
  Json out = json(comment);
  const auto& columns = comment.columns;
  out["columns"] = columns.none() ? Json(nullptr) : Json::array({columns.first.number, columns.end.number});
  out["label"] = comment.label;
  out["decorations"] = comment.decorations;
  out["resolved"] = comment.resolved;
  out["anchor_note"] = comment.anchor_note;
  out["instance"] = comment.origin.instance;
  out["external_id"] = comment.origin.external_id;
  out["commit"] = comment.origin.commit;
  out["created_at"] = comment.origin.created_at;
  out["updated_at"] = comment.origin.updated_at;
  out["raw"] = comment.raw;
  return out;
}

}  // namespace

std::string exercises_json(const std::vector<exercise::Exercise>& bank, Answers answers) {
  Json out = Json::array();
  for (const auto& exercise : bank) {
    Json entry = head_json(exercise);
    if (answers == Answers::yes) entry["defects"] = exercise.defects.size();
    out.push_back(std::move(entry));
  }
  return written(Json{{"schema", "seedfault.exercises/1"}, {"exercises", std::move(out)}});
}

std::string exercise_json(const exercise::Exercise& exercise, Answers answers) {
  Json out{{"schema", "seedfault.exercise/1"}};
  out.update(head_json(exercise));
  out["ai_policy"] = exercise.ai_policy;
  out["brief"] = exercise.brief;
  out["pull_request"] = pull_request_json(exercise.pull_request);
  out["files"] = names_json(exercise.tree);
  if (answers == Answers::yes) add_answers(out, exercise);
  return written(out);
}

std::string attempts_json(const std::vector<session::Attempt>& attempts) {
  Json out = Json::array();
  for (const auto& attempt : attempts) out.push_back(attempt_json(attempt));
  return written(Json{{"schema", "seedfault.attempts/1"}, {"attempts", std::move(out)}});
}

std::string comments_json(const review::Review& review) {
  Json comments = Json::array();
  for (const auto& comment : review.comments) comments.push_back(whole_comment(comment));
  return written(Json{{"schema", "seedfault.comments/1"},
                      {"verdict", identifier(review::to_string(review.verdict))},
                      {"comments", std::move(comments)}});
}

}  // namespace runner::report
