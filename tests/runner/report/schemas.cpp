// Every JSON that the program writes has a schema under docs/, and fits it.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "runner/report/findings.hpp"
#include "runner/report/health.hpp"
#include "runner/report/import_text.hpp"
#include "runner/report/listing.hpp"
#include "sample.hpp"
#include "tests/runner/schema.hpp"

namespace fs = std::filesystem;
using namespace runner;
using Json = nlohmann::json;

namespace {

// "seedfault.explain/1" -> "explain". The name `comments` went to what `export` writes.
std::string schema_of(const Json& document) {
  const auto id = document.at("schema").get<std::string>();
  const auto name = id.substr(id.find('.') + 1, id.find('/') - id.find('.') - 1);
  return (name == "comments" ? "comment-list" : name) + ".schema.json";
}

void check_fits(const Json& document) {
  Validator validator(read_schema(schema_of(document)));
  for (const auto& fault : validator.check(document)) FAIL_CHECK(fault);
}

session::ImportResult imported() {
  session::ImportResult result{
      .attempt = "x-1", .files = {}, .comments = {}, .left_out = {}, .authors = {"wren"}};
  result.files.push_back({.path = "r.json", .format = "github", .comments = 1, .notes = {"a note"}});
  result.comments.push_back({.id = "c1",
                             .file = "r.json",
                             .record = "comment 1",
                             .path = "app/x.py",
                             .lines = {{1}, {2}},
                             .anchor = review::AnchorQuality::inferred,
                             .why = "because"});
  result.comments.push_back({.id = "c2", .file = "r.json", .record = "comment 2", .path = "", .why = ""});
  result.left_out.push_back({.file = "r.json", .record = "comment 3", .why = "it has no text"});
  return result;
}

}  // namespace

TEST_CASE("every golden JSON fits its schema") {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(source_tree("/tests/runner/report/golden"))) {
    if (entry.path().extension() != ".json") continue;
    INFO(entry.path().filename().string());
    std::ifstream stream(entry.path());
    check_fits(Json::parse(stream));
    ++count;
  }
  CHECK(count >= 15);
}

TEST_CASE("what import and detect write fits its schema") {
  check_fits(Json::parse(report::import_json(imported())));
  session::DetectReport found;
  detectors::Finding finding;
  finding.path = "app/x.py";
  finding.because = {"a fact"};
  found.files = {{.path = "app/x.py", .findings = {finding}, .notes = {"a note"}}};
  check_fits(Json::parse(report::findings_json(found)));
  check_fits(Json::parse(report::rule_json(
      {.id = "r", .severity = "major", .languages = {"go"}, .examples = {{"go", "x", true}}})));
}

TEST_CASE("a listed comment tells all that is known of it") {
  auto review = report::sample().review;
  auto& comment = review.comments[0];
  comment.columns = {{5}, {9}};
  comment.label = "issue";
  comment.decorations = {"blocking"};
  comment.resolved = true;
  comment.anchor = review::AnchorQuality::inferred;
  comment.anchor_note = "found by its text";
  comment.origin = {
      .instance = "tool", .external_id = "17", .commit = "cc", .created_at = "t", .updated_at = "u"};
  comment.raw = "{}";
  const auto document = Json::parse(report::comments_json(review));
  check_fits(document);
  const auto& told = document["comments"][0];
  CHECK(told["columns"] == Json::array({5, 9}));
  for (const auto& [key, value] :
       std::vector<std::pair<const char*, Json>>{{"label", "issue"},
                                                 {"decorations", {"blocking"}},
                                                 {"resolved", true},
                                                 {"anchor", "inferred"},
                                                 {"anchor_note", "found by its text"},
                                                 {"instance", "tool"},
                                                 {"external_id", "17"},
                                                 {"commit", "cc"},
                                                 {"created_at", "t"},
                                                 {"updated_at", "u"},
                                                 {"raw", "{}"}})
    CHECK(told[key] == value);
}

TEST_CASE("what is known of a bank with many attempts fits its schema, every figure of it") {
  using measure::ExerciseHealth;
  measure::ItemHealth item{.info = {.id = "a", .position = 2}, .seen = 120, .found = 60, .located = 30};
  item.sample = measure::Sample::full;
  item.difficulty = 0.5;
  item.difficulty_interval = review::Interval{0.4, 0.6};
  item.discrimination = {.value = 0.3, .interval = review::Interval{0.1, 0.5}};
  item.located_share = 0.5;
  item.drift = 1.5;
  item.alarm = measure::Direction::up;
  item.alarm_at = 80;
  ExerciseHealth health{.attempts = 120, .sample = measure::Sample::full, .items = {item}};
  health.reliability.alpha = 0.7;
  health.reliability.standard_error = 0.1;
  health.position_effect = -0.2;
  health.time_effect = 0.1;
  health.alarm = measure::Direction::down;
  health.alarm_at = 3;
  health.clusters = {
      {.class_id = "n-plus-one", .path = "a.py", .first_line = 1, .last_line = 3, .attempts = 4}};
  health.variants = {{.planted = {"a"}, .attempts = 40, .mean = 0.5, .ability = 0.1, .equated = 0.6}};
  health.unknown = measure::Unknown{};
  check_fits(Json::parse(report::health_json(
      {.exercises = {{.exercise = "x", .version = "1.0", .health = health}}, .not_scored = 1})));
  check_fits(Json::parse(report::rescored_json({{.attempt = "x-1",
                                                 .version_before = "0.1",
                                                 .version_after = "0.2",
                                                 .score_before = 40,
                                                 .score_after = 50,
                                                 .changes = {{.defect = "a",
                                                              .before = review::Level::located,
                                                              .after = review::Level::fixed,
                                                              .evidence_before = {"near"},
                                                              .evidence_after = {"near", "named"}}},
                                                 .note = ""}})));
}
