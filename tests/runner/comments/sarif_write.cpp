// What SARIF 2.1.0 asks of a log, checked property by property: its schema's required and closed objects, and
// the sentences of its prose that a schema cannot say (3.27.9, 3.27.10, 3.30, 3.4.4, 3.52.3).
#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "runner/comments/export.hpp"

using namespace runner::comments;
using namespace runner::review;
using detectors::source::Line;
using Json = nlohmann::json;

namespace {

struct Shape {
  std::set<std::string> required;
  std::set<std::string> optional;
};
const std::map<std::string, Shape> shapes{
    {"log", {{"version", "runs"}, {"$schema"}}},
    {"run", {{"tool"}, {"columnKind", "originalUriBaseIds", "results", "properties"}}},
    {"tool", {{"driver"}, {}}},
    {"driver", {{"name"}, {"version", "rules"}}},
    {"rule",
     {{"id"}, {"name", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"}}},
    {"result",
     {{"message"},
      {"ruleId", "ruleIndex", "kind", "level", "locations", "relatedLocations", "partialFingerprints",
       "fixes", "properties"}}},
    {"location", {{"physicalLocation"}, {}}},
    {"physicalLocation", {{"artifactLocation"}, {"region"}}},
    {"artifactLocation", {{"uri", "uriBaseId"}, {}}},
    {"region", {{"startLine"}, {"startColumn", "endLine", "endColumn"}}},
    {"fix", {{"artifactChanges"}, {}}},
    {"artifactChange", {{"artifactLocation", "replacements"}, {}}},
    {"replacement", {{"deletedRegion"}, {"insertedContent"}}},
};

struct Check {
  std::vector<std::string> faults;

  bool shape(const Json& json, const std::string& name) {
    const auto& shape = shapes.at(name);
    const auto before = faults.size();
    for (const auto& key : shape.required)
      if (!json.contains(key)) faults.push_back(name + " lacks " + key);
    for (const auto& [key, value] : json.items())
      if (!shape.required.contains(key) && !shape.optional.contains(key))
        faults.push_back(name + " has " + key);
    return faults.size() == before;
  }
  void must(bool holds, const std::string& what) {
    if (!holds) faults.push_back(what);
  }

  void region(const Json& json) {
    if (!shape(json, "region")) return;
    must(json["startLine"] >= 1, "a line is counted from 1");
    must(json.value("endLine", json["startLine"].get<int>()) >= json["startLine"].get<int>(),
         "lines run forwards");
  }

  void artifact(const Json& json) {
    if (!shape(json, "artifactLocation")) return;
    const auto uri = json["uri"].get<std::string>();
    must(uri.find_first_of(" \\<>\"{}|^`") == std::string::npos, "a uri is percent-encoded: " + uri);
    must(!uri.starts_with("/") && uri.find("://") == std::string::npos, "with uriBaseId a uri is relative");
  }

  void location(const Json& json) {
    if (!shape(json, "location") || !shape(json["physicalLocation"], "physicalLocation")) return;
    artifact(json["physicalLocation"]["artifactLocation"]);
    if (json["physicalLocation"].contains("region")) region(json["physicalLocation"]["region"]);
  }

  void fix(const Json& json) {
    if (!shape(json, "fix")) return;
    must(!json["artifactChanges"].empty(), "artifactChanges holds at least one");
    for (const auto& change : json["artifactChanges"]) {
      if (!shape(change, "artifactChange")) continue;
      artifact(change["artifactLocation"]);
      must(!change["replacements"].empty(), "replacements holds at least one");
      for (const auto& replacement : change["replacements"])
        if (shape(replacement, "replacement")) region(replacement["deletedRegion"]);
    }
  }

  void result(const Json& json, const Json& rules) {
    static const std::set<std::string> kinds{"notApplicable", "pass", "fail",
                                             "review",        "open", "informational"};
    static const std::set<std::string> levels{"none", "note", "warning", "error"};
    if (!shape(json, "result")) return;
    must(!json["message"].value("text", "").empty(), "a message has a text");
    const auto kind = json.value("kind", "fail");
    must(kinds.contains(kind), "kind " + kind);
    must(levels.contains(json.value("level", "warning")), "level");
    must(kind == "fail" || json.value("level", "none") == "none", "a kind other than fail has level none");
    must(kind != "fail" || json.value("level", "warning") != "none", "a failure has a level");
    if (json.contains("ruleIndex"))
      must(rules.at(json["ruleIndex"].get<std::size_t>())["id"] == json["ruleId"], "ruleIndex finds ruleId");
    for (const auto* list : {"locations", "relatedLocations"})
      for (const auto& each : json.value(list, Json::array())) location(each);
    for (const auto& each : json.value("fixes", Json::array())) fix(each);
  }

  void log(const Json& json) {
    if (!shape(json, "log")) return;
    must(json["version"] == "2.1.0", "version");
    for (const auto& run : json["runs"]) {
      if (!shape(run, "run") || !shape(run["tool"], "tool") || !shape(run["tool"]["driver"], "driver"))
        continue;
      must(run["originalUriBaseIds"].contains("SRCROOT"), "uriBaseId is defined");
      std::set<std::string> ids;
      const auto rules = run["tool"]["driver"].value("rules", Json::array());
      for (const auto& rule : rules)
        if (shape(rule, "rule")) must(ids.insert(rule["id"]).second, "a rule's id is its own");
      for (const auto& each : run["results"]) result(each, rules);
    }
  }
};

std::vector<std::string> faults_of(const Json& json) {
  Check check;
  check.log(json);
  return check.faults;
}

Outgoing sample() {
  const LineSpan lines{Line{4}, Line{5}};
  Comment plain{
      .id = "c1", .scope = CommentScope::lines, .path = "a b/\xC3\xA4.py", .lines = lines, .body = "odd"};
  Comment grave = plain;
  grave.id = "c2";
  grave.body = "**issue (blocking):** no timeout";
  grave.severity = detectors::source::Severity::blocker;
  grave.suggestions = {{lines, "call(timeout=3)\n"}};
  Comment wordless{.id = "c3", .scope = CommentScope::file, .path = "x.py", .suggestions = {{lines, ""}}};
  Defect defect;
  defect.id = "no-timeout";
  defect.title = "No timeout";
  defect.places = {{.path = "x.py", .lines = lines},
                   {.path = "y.py", .lines = lines, .role = PlaceRole::related}};
  Defect absence;
  absence.id = "no-test";
  absence.severity = detectors::source::Severity::nit;
  Judged judged;
  judged.key.defects = {defect, absence};
  judged.key.decoys = {{.id = "fine",
                        .title = "A loop",
                        .places = defect.places,
                        .reason = "bounded",
                        .false_alarm = {},
                        .class_id = {}}};
  judged.assessment.defects = {{.defect = "no-timeout", .level = Level::explained, .claim = 0},
                               {.defect = "no-test"}};
  judged.assessment.claims = {
      {.claim = {.comment = 1}, .fate = Fate::credited, .target = "no-timeout", .reason = "named"}};
  return {.review = {.comments = {plain, grave, wordless, {.id = "c4", .body = "fine"}},
                     .verdict = Verdict::comment},
          .attempt = "x-1",
          .reviewer = {},
          .base_commit = {},
          .head_commit = {},
          .tool_version = "0.1.0",
          .change = {},
          .judged = judged};
}

}  // namespace

TEST_CASE("sarif: what is written keeps to the standard") {
  for (const auto& fault : faults_of(Json::parse(write_sarif(sample()).text))) FAIL_CHECK(fault);
  auto without = sample();
  without.judged.reset();
  for (const auto& fault : faults_of(Json::parse(write_sarif(without).text))) FAIL_CHECK(fault);
  for (const auto& fault : faults_of(Json::parse(write_sarif({}).text))) FAIL_CHECK(fault);
}

TEST_CASE("sarif: the check sees what breaks the standard") {
  const auto good = Json::parse(write_sarif(sample()).text);
  const std::pair<const char*, Json> breaks[] = {
      {"/version", "2.0.0"},
      {"/runs/0/results/0/level", "error"},  // of kind "review"
      {"/runs/0/results/1/level", "none"},   // a failure
      {"/runs/0/results/1/kind", "maybe"},
      {"/runs/0/results/0/surprise", 1},
      {"/runs/0/results/0/message", Json::object()},
      {"/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri", "a b.py"},
      {"/runs/0/results/0/locations/0/physicalLocation/region/startLine", 0},
      {"/runs/0/results/1/fixes/0/artifactChanges", Json::array()},
      {"/runs/1/results/0/ruleIndex", 1},
  };
  for (const auto& [pointer, value] : breaks) {
    auto bad = good;
    bad[Json::json_pointer(pointer)] = value;
    INFO(pointer);
    CHECK(!faults_of(bad).empty());
  }
}

TEST_CASE(
    "sarif: the key's run names defects as rules, with the level reached and the comment that reached it") {
  const auto key = Json::parse(write_sarif(sample()).text)["runs"][1];
  CHECK(key["tool"]["driver"]["rules"][0]["id"] == "no-timeout");
  CHECK(key["results"][0]["properties"] == Json{{"level", "explained"}, {"comment", "c2"}});
  CHECK(key["results"][1]["properties"] == Json{{"level", "missed"}});
  CHECK(key["results"][2]["kind"] == "pass");
  const auto claims =
      Json::parse(write_sarif(sample()).text)["runs"][0]["results"][1]["properties"]["claims"];
  CHECK(claims[0]["target"] == "no-timeout");
}
