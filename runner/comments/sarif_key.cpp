#include <fmt/format.h>

#include <algorithm>

#include "runner/comments/sarif.hpp"

namespace runner::comments {

namespace {

OrderedJson rule(const review::Defect& defect) {
  return {{"id", defect.id},
          {"name", defect.class_id},
          {"shortDescription", {{"text", defect.title}}},
          {"fullDescription", {{"text", defect.why}}},
          {"help", {{"text", defect.fix}}},
          {"defaultConfiguration", {{"level", sarif_level(defect.severity)}}},
          {"properties", {{"pattern", defect.pattern}, {"skill", defect.skill}, {"weight", defect.weight}}}};
}

OrderedJson locations(const std::vector<review::Place>& places, bool primary) {
  auto all = OrderedJson::array();
  for (const auto& place : places)
    if (place.side == review::Side::after && (place.role == review::PlaceRole::primary) == primary)
      all.push_back(sarif_location(place.path, place.lines));
  return all;
}

const review::DefectResult* result_of(const Judged& judged, const std::string& defect) {
  const auto& results = judged.assessment.defects;
  const auto found = std::find_if(results.begin(), results.end(),
                                  [&](const auto& result) { return result.defect == defect; });
  return found == results.end() ? nullptr : &*found;
}

OrderedJson planted(const Outgoing& outgoing, std::size_t index) {
  const auto& defect = outgoing.judged->key.defects[index];
  const auto* result = result_of(*outgoing.judged, defect.id);
  const auto level = result == nullptr ? review::Level::missed : result->level;
  OrderedJson bag{{"level", to_string(level)}};
  if (result != nullptr && result->claim) {
    const auto comment = outgoing.judged->assessment.claims[*result->claim].claim.comment;
    bag["comment"] = outgoing.review.comments[comment].id;
  }
  OrderedJson json{
      {"ruleId", defect.id},
      {"ruleIndex", index},
      {"level", sarif_level(defect.severity)},
      {"message", {{"text", fmt::format("{} ({} by the review)", defect.title, to_string(level))}}},
      {"partialFingerprints", {{"seedfault/v1", fmt::format("{}/{}", outgoing.attempt, defect.id)}}}};
  if (auto all = locations(defect.places, true); !all.empty()) json["locations"] = std::move(all);
  if (auto all = locations(defect.places, false); !all.empty()) json["relatedLocations"] = std::move(all);
  json["properties"] = std::move(bag);
  return json;
}

OrderedJson decoy(const review::Decoy& decoy) {
  return {{"ruleId", decoy.id},
          {"kind", "pass"},
          {"level", "none"},
          {"message", {{"text", fmt::format("{}: {}", decoy.title, decoy.reason)}}},
          {"locations", locations(decoy.places, true)}};
}

}  // namespace

const char* sarif_level(review::Severity severity) {
  switch (severity) {
    case review::Severity::blocker:
      return "error";
    case review::Severity::major:
      return "warning";
    case review::Severity::minor:
    case review::Severity::nit:
      break;
  }
  return "note";
}

std::string sarif_uri(std::string_view path) {
  constexpr std::string_view plain = "-._~/!$&'()*+,;=@";
  std::string uri;
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || plain.find(c) != std::string_view::npos)
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

OrderedJson sarif_region(review::LineSpan lines) {
  return {{"startLine", lines.first.number}, {"endLine", lines.last.number}};
}

OrderedJson sarif_location(std::string_view path, review::LineSpan lines) {
  OrderedJson physical{{"artifactLocation", {{"uri", sarif_uri(path)}, {"uriBaseId", "SRCROOT"}}}};
  if (!lines.none()) physical["region"] = sarif_region(lines);
  return {{"physicalLocation", std::move(physical)}};
}

OrderedJson sarif_key_run(const Outgoing& outgoing) {
  OrderedJson driver{
      {"name", "seedfault"}, {"version", outgoing.tool_version}, {"rules", OrderedJson::array()}};
  auto results = OrderedJson::array();
  const auto& key = outgoing.judged->key;
  for (std::size_t i = 0; i < key.defects.size(); ++i) {
    driver["rules"].push_back(rule(key.defects[i]));
    results.push_back(planted(outgoing, i));
  }
  for (const auto& each : key.decoys) results.push_back(decoy(each));
  return {{"tool", {{"driver", std::move(driver)}}},
          {"columnKind", "unicodeCodePoints"},
          {"originalUriBaseIds", {{"SRCROOT", {{"description", {{"text", "the repository"}}}}}}},
          {"results", std::move(results)}};
}

}  // namespace runner::comments
