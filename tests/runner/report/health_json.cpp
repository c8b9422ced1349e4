#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "health_sample.hpp"
#include "runner/report/health.hpp"
#include "tests/runner/schema.hpp"

using namespace runner;
using namespace runner::report;
using Json = nlohmann::json;

TEST_CASE("the health of an exercise as JSON: alarms from 1, null for what is not known") {
  const auto json = fitting(health_json(health_sample()), "bank-health.schema.json");
  const auto& exercise = json["exercises"][0];
  CHECK(exercise["items"][0]["exposed"] == true);
  CHECK(exercise["items"][1]["alarm"] == Json{{"direction", "up"}, {"attempt", 42}});
  CHECK(exercise["items"][2]["alarm"].is_null());
  CHECK(exercise["items"][6]["sample"] == "counts-only");
  CHECK(exercise["items"][6]["share_found"].is_null());
  CHECK(exercise["variants"][1]["share_found"].is_null());
  CHECK(exercise["unknown"]["chapman"] == doctest::Approx(9.5));
  CHECK(exercise["unknown"]["assumes"].get<std::string>().find("independent") != std::string::npos);
  CHECK(exercise["time_factors"][1]["coverage"].is_null());
  CHECK(exercise["clusters"][0]["lines"] == Json{3, 5});
  CHECK(json["not_scored"] == 2);
}

TEST_CASE("of few attempts no number but counts leaves the program") {
  const auto json = fitting(health_json(few_sample()), "bank-health.schema.json");
  for (const auto& [key, value] : json["exercises"][0].items())
    if (value.is_number()) CHECK_MESSAGE((key == "attempts" || key == "common_items"), key);
  for (const auto& [key, value] : json["exercises"][0]["items"][0].items())
    if (value.is_number())
      CHECK_MESSAGE((key == "seen" || key == "found" || key == "located" || key == "position"), key);
  for (const auto& [key, value] : json["exercises"][0]["variants"][0].items())
    if (value.is_number()) CHECK_MESSAGE(key == "attempts", key);
}

TEST_CASE("impact and rescored fit their schemas") {
  const auto groups = fitting(impact_json(measure::impact({{.name = "a", .total = 100, .selected = 50},
                                                           {.name = "b", .total = 0, .selected = 0}})),
                              "fairness.schema.json");
  CHECK(groups["reference"] == "a");
  CHECK(groups["groups"][0]["fisher_p"].is_null());
  CHECK(groups["groups"][1]["ratio"].is_null());
  const auto scores = fitting(rescored_json({{.attempt = "x-1",
                                              .version_before = "1",
                                              .version_after = "2",
                                              .changes = {{.defect = "race",
                                                           .before = review::Level::missed,
                                                           .after = review::Level::located,
                                                           .evidence_before = {},
                                                           .evidence_after = {"why"}}},
                                              .note = {}}}),
                              "rescore.schema.json");
  CHECK(scores["attempts"][0]["changes"][0]["after"] == "located");
}
