#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "calibration_sample.hpp"
#include "runner/report/calibration.hpp"
#include "tests/runner/schema.hpp"

using namespace runner;
using namespace runner::report;
using Json = nlohmann::json;

TEST_CASE("the report as JSON fits its schema, with null for what there is not") {
  const auto json = fitting(calibration_json(calibration_sample()), "calibration.schema.json");
  const auto& ana = json["raters"][0];
  CHECK(ana["panel"]["ratings"] == 6);
  CHECK(ana["panel"]["bias"]["value"] == doctest::Approx(0.5));
  CHECK(ana["panel"]["bias"]["method"] == "jackknife");
  CHECK(ana["panel"]["confusion"][3][3] == 2);
  CHECK(ana["program"].is_null());
  const auto& cai = json["raters"][2];
  CHECK(cai["late"] == true);
  CHECK(cai["panel"]["kappa"]["value"].is_null());
  CHECK(cai["panel"]["kappa"]["interval"].is_null());
  CHECK(json["program"].is_null());
}

TEST_CASE("items keep their order, and a cell that nobody filled is null") {
  const auto json = Json::parse(calibration_json(calibration_sample()));
  CHECK(json["items"][0]["defect"] == "race");
  CHECK(json["items"][0]["ratings"][0] ==
        Json{{"rater", "ana"}, {"level", "fixed"}, {"why", "says <b>so</b>"}});
  CHECK(json["items"][0]["ratings"][2]["level"].is_null());
  CHECK(json["reviews"][1]["anchor_of"] == "spring:wren");
  CHECK(json["reviews"][0]["anchor_of"].is_null());
  CHECK(json["reviews"][1]["verdicts"][2]["verdict"].is_null());
  CHECK(json["drift"][0]["points"].size() == 2);
  CHECK(json["anchors"][0]["failed"] == true);
}
