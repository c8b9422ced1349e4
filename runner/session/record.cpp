#include "runner/session/record.hpp"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

namespace runner::session {
namespace {

using Json = nlohmann::ordered_json;
using detectors::source::Line;

// The value among `all` whose name is `name`; the first when none is.
template <class T, std::size_t N>
T named(const std::string& name, const T (&all)[N]) {
  for (const auto value : all)
    if (to_string(value) == name) return value;
  return all[0];
}

constexpr AttemptState states[] = {AttemptState::open, AttemptState::submitted};
constexpr review::CommentScope scopes[] = {review::CommentScope::review, review::CommentScope::file,
                                           review::CommentScope::lines};
constexpr review::Side sides[] = {review::Side::after, review::Side::before};
constexpr review::AnchorQuality qualities[] = {review::AnchorQuality::exact, review::AnchorQuality::outdated,
                                               review::AnchorQuality::inferred, review::AnchorQuality::none};
constexpr review::CommentState comment_states[] = {review::CommentState::draft,
                                                   review::CommentState::submitted};
constexpr review::ProofVerdict proof_verdicts[] = {
    review::ProofVerdict::not_run, review::ProofVerdict::passed, review::ProofVerdict::failed};

std::string to_json(const std::vector<std::string>& texts) { return Json(texts).dump(); }

std::vector<std::string> texts_of(const std::string& json) {
  const auto read = Json::parse(json, nullptr, false);
  std::vector<std::string> texts;
  if (!read.is_array()) return texts;
  for (const auto& text : read)
    if (text.is_string()) texts.push_back(text.get<std::string>());
  return texts;
}

std::string to_json(const std::vector<review::Suggestion>& suggestions) {
  auto all = Json::array();
  for (const auto& each : suggestions)
    all.push_back(
        {{"first", each.lines.first.number}, {"last", each.lines.last.number}, {"text", each.text}});
  return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<review::Suggestion> suggestions_in(const std::string& json) {
  const auto read = Json::parse(json, nullptr, false);
  std::vector<review::Suggestion> all;
  if (!read.is_array()) return all;
  for (const auto& each : read)
    all.push_back({{Line{each.value("first", 0)}, Line{each.value("last", 0)}}, each.value("text", "")});
  return all;
}

// Only what is said: most comments were written here and have none of it.
std::string more_of(const review::Comment& comment) {
  auto more = Json::object();
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) more[key] = value;
  };
  if (!comment.columns.none()) more["columns"] = {comment.columns.first.number, comment.columns.end.number};
  add("label", comment.label);
  if (!comment.decorations.empty()) more["decorations"] = comment.decorations;
  if (comment.resolved) more["resolved"] = true;
  add("anchor_note", comment.anchor_note);
  add("instance", comment.origin.instance);
  add("external_id", comment.origin.external_id);
  add("commit", comment.origin.commit);
  add("created_at", comment.origin.created_at);
  add("updated_at", comment.origin.updated_at);
  return more.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void add_more(review::Comment& comment, const std::string& json) {
  const auto more = Json::parse(json, nullptr, false);
  if (!more.is_object()) return;
  const auto columns = more.value("columns", std::vector<int>{});
  if (columns.size() == 2)
    comment.columns = {detectors::source::Column{columns[0]}, detectors::source::Column{columns[1]}};
  comment.label = more.value("label", "");
  comment.decorations = more.value("decorations", std::vector<std::string>{});
  comment.resolved = more.value("resolved", false);
  comment.anchor_note = more.value("anchor_note", "");
  comment.origin = {.instance = more.value("instance", ""),
                    .external_id = more.value("external_id", ""),
                    .commit = more.value("commit", ""),
                    .created_at = more.value("created_at", ""),
                    .updated_at = more.value("updated_at", "")};
}

std::uint64_t seed_of(const std::string& text) {
  std::uint64_t seed = 0;
  std::from_chars(text.data(), text.data() + text.size(), seed);
  return seed;
}

int line_of(const Value& value) { return static_cast<int>(integer_of(value)); }

}  // namespace

std::string_view to_string(AttemptState state) { return state == AttemptState::open ? "open" : "submitted"; }

std::string_view to_string(review::ProofVerdict verdict) {
  switch (verdict) {
    case review::ProofVerdict::passed:
      return "passed";
    case review::ProofVerdict::failed:
      return "failed";
    case review::ProofVerdict::not_run:
      break;
  }
  return "not-run";
}

Row to_row(const Attempt& attempt) {
  return {attempt.id,
          attempt.exercise,
          attempt.exercise_version,
          attempt.exercise_digest,
          attempt.tool_version,
          fmt::format("{}", attempt.seed),
          to_json(attempt.planted),
          attempt.candidate,
          attempt.folder,
          attempt.base_commit,
          attempt.change_commit,
          std::string(to_string(attempt.state)),
          std::string(to_string(attempt.verdict)),
          attempt.started_at,
          attempt.submitted_at};
}

Attempt attempt_of(const Row& row) {
  return {.id = text_of(row[0]),
          .exercise = text_of(row[1]),
          .exercise_version = text_of(row[2]),
          .exercise_digest = text_of(row[3]),
          .tool_version = text_of(row[4]),
          .seed = seed_of(text_of(row[5])),
          .planted = texts_of(text_of(row[6])),
          .candidate = text_of(row[7]),
          .folder = text_of(row[8]),
          .base_commit = text_of(row[9]),
          .change_commit = text_of(row[10]),
          .state = named(text_of(row[11]), states),
          .verdict = review::verdict_named(text_of(row[12])).value_or(review::Verdict::none),
          .started_at = text_of(row[13]),
          .submitted_at = text_of(row[14]),
          .comment_count = static_cast<int>(integer_of(row[15]))};
}

Row baseline_row(const Attempt& baseline) {
  return {baseline.exercise,
          baseline.candidate,
          baseline.exercise_version,
          baseline.exercise_digest,
          baseline.tool_version,
          to_json(baseline.planted),
          std::string(to_string(baseline.verdict)),
          baseline.submitted_at};
}

Attempt baseline_of(const Row& row) {
  Attempt baseline;
  baseline.exercise = text_of(row[0]);
  baseline.candidate = text_of(row[1]);
  baseline.id = baseline.exercise + '@' + baseline.candidate;
  baseline.exercise_version = text_of(row[2]);
  baseline.exercise_digest = text_of(row[3]);
  baseline.tool_version = text_of(row[4]);
  baseline.planted = texts_of(text_of(row[5]));
  baseline.verdict = review::verdict_named(text_of(row[6])).value_or(review::Verdict::none);
  baseline.submitted_at = text_of(row[7]);
  baseline.state = AttemptState::submitted;
  baseline.comment_count = static_cast<int>(integer_of(row[8]));
  return baseline;
}

Row to_row(const review::Comment& comment) {
  return {comment.id,
          std::string(to_string(comment.scope)),
          comment.path,
          std::string(to_string(comment.side)),
          std::int64_t{comment.lines.first.number},
          std::int64_t{comment.lines.last.number},
          comment.body,
          to_json(comment.suggestions),
          comment.severity ? std::string(to_string(*comment.severity)) : std::string(),
          comment.author,
          comment.thread,
          comment.reply_to,
          std::string(to_string(comment.state)),
          std::string(to_string(comment.anchor)),
          comment.source,
          comment.raw,
          more_of(comment)};
}

review::Comment comment_of(const Row& row) {
  review::Comment comment{.id = text_of(row[0]),
                          .scope = named(text_of(row[1]), scopes),
                          .path = text_of(row[2]),
                          .side = named(text_of(row[3]), sides),
                          .lines = {Line{line_of(row[4])}, Line{line_of(row[5])}},
                          .body = text_of(row[6]),
                          .suggestions = suggestions_in(text_of(row[7])),
                          .severity = detectors::source::severity_named(text_of(row[8])),
                          .author = text_of(row[9]),
                          .thread = text_of(row[10]),
                          .reply_to = text_of(row[11]),
                          .state = named(text_of(row[12]), comment_states),
                          .anchor = named(text_of(row[13]), qualities),
                          .source = text_of(row[14]),
                          .raw = text_of(row[15])};
  add_more(comment, text_of(row[16]));
  return comment;
}

StoredTrial trial_of(const Row& row) {
  return {.comment = text_of(row[0]),
          .suggestion = static_cast<std::size_t>(integer_of(row[1])),
          .defect = text_of(row[2]),
          .verdict = named(text_of(row[3]), proof_verdicts),
          .detail = text_of(row[4]),
          .tier = text_of(row[5])};
}

PatchTrial patch_trial_of(const Row& row) {
  return {.patch = text_of(row[0]),
          .digest = text_of(row[1]),
          .defect = text_of(row[2]),
          .verdict = named(text_of(row[3]), proof_verdicts),
          .detail = text_of(row[4]),
          .tier = text_of(row[5]),
          .made_at = text_of(row[6])};
}

}  // namespace runner::session
