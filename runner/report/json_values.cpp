#include "runner/report/json_values.hpp"

#include <algorithm>
#include <cmath>

#include "runner/report/words.hpp"

namespace runner::report {
namespace {

Json suggestions_json(const std::vector<review::Suggestion>& suggestions) {
  Json out = Json::array();
  for (const auto& suggestion : suggestions)
    out.push_back(Json{{"lines", json(suggestion.lines)}, {"text", suggestion.text}});
  return out;
}

}  // namespace

std::string written(const Json& value) {
  return value.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string identifier(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

Json rounded(double value) {
  if (!std::isfinite(value)) return nullptr;
  return std::round(value * 1e6) / 1e6 + 0.0;
}

Json json(const std::optional<double>& value) { return value ? rounded(*value) : Json(nullptr); }

Json json(review::Interval interval) { return Json::array({rounded(interval.low), rounded(interval.high)}); }

Json json(review::LineSpan lines) {
  if (lines.none()) return nullptr;
  return Json::array({lines.first.number, lines.last.number});
}

Json json(const review::Place& place) {
  return Json{{"path", place.path},
              {"lines", json(place.lines)},
              {"role", word(place.role)},
              {"side", identifier(review::to_string(place.side))}};
}

Json json(const std::vector<review::Place>& places) {
  Json out = Json::array();
  for (const auto& place : places) out.push_back(json(place));
  return out;
}

Json json(const detectors::source::Words& words) {
  return Json{{"topic", words.topic},
              {"cause", words.cause},
              {"effect", words.effect},
              {"remedy", words.remedy},
              {"wrong_remedy", words.wrong_remedy}};
}

Json json(const review::Comment& comment) {
  Json out{{"id", comment.id},
           {"scope", identifier(review::to_string(comment.scope))},
           {"path", comment.path},
           {"side", identifier(review::to_string(comment.side))},
           {"lines", json(comment.lines)},
           {"body", comment.body},
           {"suggestions", suggestions_json(comment.suggestions)},
           {"severity", nullptr},
           {"author", comment.author},
           {"thread", comment.thread},
           {"reply_to", comment.reply_to},
           {"state", identifier(review::to_string(comment.state))},
           {"anchor", identifier(review::to_string(comment.anchor))},
           {"source", comment.source}};
  if (comment.severity) out["severity"] = detectors::source::to_string(*comment.severity);
  return out;
}

Json json(const review::Evidence& evidence) {
  return Json{{"kind", identifier(review::to_string(evidence.kind))},
              {"text", evidence.text},
              {"quote", evidence.quote},
              {"weight", rounded(evidence.weight)}};
}

Json json(const session::Invitation& each) {
  return {{"id", each.id},
          {"role", session::to_string(each.role)},
          {"name", each.name},
          {"exercise", each.exercise},
          {"attempt", each.attempt},
          {"deadline", each.deadline},
          {"time_factor", each.time_factor / 100.0},
          {"feedback", session::to_string(each.feedback)},
          {"made_at", each.made_at}};
}

Json json(const detectors::source::Fault& fault) {
  return Json{{"path", fault.path},
              {"line", fault.line.number == 0 ? Json(nullptr) : Json(fault.line.number)},
              {"problem", fault.problem},
              {"remedy", fault.remedy}};
}

Json json(const detectors::source::Faults& faults) {
  Json out = Json::array();
  for (const auto& fault : faults) out.push_back(json(fault));
  return out;
}

Json json(const session::Scored& scored, const review::Pair& pair) {
  Json evidence = Json::array();
  for (const auto& each : pair.evidence) evidence.push_back(json(each));
  return Json{{"claim", pair.claim},
              {"defect", scored.key.defects[pair.defect].id},
              {"score", rounded(pair.score)},
              {"level", identifier(review::to_string(pair.level))},
              {"ambiguous", pair.ambiguous},
              {"wrong_remedy", pair.wrong_remedy},
              {"decided", pair.decided ? Json(review::to_string(*pair.decided)) : Json(nullptr)},
              {"decision", pair.decision == 0 ? Json(nullptr) : Json(pair.decision)},
              {"evidence", std::move(evidence)}};
}

}  // namespace runner::report
