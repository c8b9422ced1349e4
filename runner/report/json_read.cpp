#include "runner/report/json_read.hpp"

#include "runner/report/words.hpp"

namespace runner::report {
namespace {

// Fields are set one by one: a throw in the middle of an aggregate's braces destroys twice with g++ 12.
using Texts = std::vector<std::string>;

// The value whose name the document holds. Names are those of identifier(); another makes the library throw.
template <class Value, std::size_t count>
Value named(const Json& json, const std::array<Value, count>& values) {
  auto places = Json::object();
  for (std::size_t i = 0; i < count; ++i) places[identifier(to_string(values[i]))] = i;
  return values[places.at(json.get<std::string>()).template get<std::size_t>()];
}

review::Side side_of(const Json& json) {
  return named(json, std::array{review::Side::after, review::Side::before});
}

review::PlaceRole role_of(const Json& json) {
  using enum review::PlaceRole;
  auto places = Json::object();
  for (const auto role : {primary, related, neutral})
    places[std::string(word(role))] = static_cast<int>(role);
  return static_cast<review::PlaceRole>(places.at(json.get<std::string>()).get<int>());
}

}  // namespace

review::Level level_of(const Json& json) {
  using enum review::Level;
  return named(json, std::array{missed, located, identified, explained, fixed});
}
review::Fate fate_of(const Json& json) {
  using enum review::Fate;
  return named(json, std::array{credited, duplicate, valid_extra, decoy_hit, noise, neutral, unjudged});
}
review::Verdict verdict_of(const Json& json) {
  using enum review::Verdict;
  return named(json, std::array{none, approve, request_changes, comment});
}
detectors::source::Severity severity_of(const Json& json) {
  using enum detectors::source::Severity;
  return named(json, std::array{nit, minor, major, blocker});
}
review::LineSpan lines_of(const Json& json) {
  if (json.is_null()) return {};
  return {{json.at(0).get<int>()}, {json.at(1).get<int>()}};
}
std::string text(const Json& json, const char* key) { return json.at(key).get<std::string>(); }
int number_of(const Json& json) { return json.is_null() ? 0 : json.get<int>(); }

std::vector<review::Place> places_of(const Json& json) {
  std::vector<review::Place> places;
  for (const auto& each : json) {
    auto& made = places.emplace_back();
    made.path = text(each, "path");
    made.lines = lines_of(each.at("lines"));
    made.role = role_of(each.at("role"));
    made.side = side_of(each.at("side"));
  }
  return places;
}

detectors::source::Words words_of(const Json& json) {
  detectors::source::Words words;
  words.topic = json.at("topic").get<Texts>();
  words.cause = json.at("cause").get<Texts>();
  words.effect = json.at("effect").get<Texts>();
  words.remedy = json.at("remedy").get<Texts>();
  words.wrong_remedy = json.at("wrong_remedy").get<Texts>();
  return words;
}

review::Comment comment_of(const Json& json) {
  using enum review::AnchorQuality;
  review::Comment comment;
  comment.id = text(json, "id");
  comment.scope = named(json.at("scope"), std::array{review::CommentScope::review, review::CommentScope::file,
                                                     review::CommentScope::lines});
  comment.path = text(json, "path");
  comment.side = side_of(json.at("side"));
  comment.lines = lines_of(json.at("lines"));
  comment.body = text(json, "body");
  for (const auto& each : json.at("suggestions"))
    comment.suggestions.push_back({lines_of(each.at("lines")), text(each, "text")});
  if (!json.at("severity").is_null()) comment.severity = severity_of(json.at("severity"));
  comment.author = text(json, "author");
  comment.thread = text(json, "thread");
  comment.reply_to = text(json, "reply_to");
  comment.state =
      named(json.at("state"), std::array{review::CommentState::draft, review::CommentState::submitted});
  comment.anchor = named(json.at("anchor"), std::array{exact, outdated, inferred, none});
  comment.source = text(json, "source");
  return comment;
}

review::Evidence evidence_of(const Json& json) {
  using enum review::EvidenceKind;
  review::Evidence made;
  made.kind = named(json.at("kind"), std::array{place, topic, cause, effect, remedy, wrong_remedy, polarity,
                                                mechanism, suggestion, label});
  made.text = text(json, "text");
  made.quote = text(json, "quote");
  made.weight = json.at("weight").get<double>();
  return made;
}

review::Decision decision_of(const Json& json) {
  using enum review::DecisionKind;
  const auto& program = json.at("program");
  review::Decision made;
  made.number = json.at("number").get<int>();
  made.comment = text(json, "comment");
  made.ordinal = json.at("ordinal").get<std::size_t>();
  made.claim = text(json, "claim");
  made.defect = text(json, "defect");
  made.kind = named(json.at("kind"), std::array{accept, reject, set, count_as, withdraw});
  made.level = json.at("level").is_null() ? review::Level::missed : level_of(json.at("level"));
  made.fate = json.at("fate").is_null() ? review::Fate::neutral : fate_of(json.at("fate"));
  made.reason = text(json, "reason");
  made.by = text(json, "by");
  made.when = text(json, "when");
  made.tool_version = text(program, "tool_version");
  made.program_score = program.at("score").get<double>();
  made.program_level = level_of(program.at("level"));
  made.program_fate = fate_of(program.at("fate"));
  return made;
}

git::FileDiff diff_of(const Json& json) {
  git::FileDiff diff;
  diff.path = text(json, "path");
  diff.added = json.at("added").get<int>();
  diff.removed = json.at("removed").get<int>();
  for (const auto& hunk : json.at("hunks")) {
    auto& lines = diff.hunks.emplace_back().lines;
    for (const auto& line : hunk) {
      const auto kind = text(line, "kind");
      auto& made = lines.emplace_back();
      made.kind = kind == "added"     ? git::DiffLineKind::added
                  : kind == "removed" ? git::DiffLineKind::removed
                                      : git::DiffLineKind::context;
      made.before = {number_of(line.at("before"))};
      made.after = {number_of(line.at("after"))};
      made.text = text(line, "text");
    }
  }
  return diff;
}

}  // namespace runner::report
