#include "runner/report/score_json.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "golden.hpp"
#include "runner/report/json_values.hpp"
#include "sample.hpp"
#include "tests/runner/schema.hpp"

using namespace runner::report;
using runner::Validator;
using Value = runner::Document;

TEST_CASE("the JSON is what the golden file says") {
  check_golden("score.json", score_json(sample()));
  check_golden("score-empty.json", score_json(empty_sample()));
}

TEST_CASE("the JSON fits docs/score.schema.json") {
  Validator validator(runner::read_schema("score.schema.json"));
  for (const auto& scored : {sample(), empty_sample()})
    for (const auto& fault : validator.check(Value::parse(score_json(scored)))) FAIL_CHECK(fault);
}

TEST_CASE("the schema's check sees what is missing, unknown, or of the wrong kind") {
  Validator validator(runner::read_schema("score.schema.json"));
  const Value good = Value::parse(score_json(sample()));
  const auto faults_after = [&](const char* pointer, const Value& value) {
    Value bad = good;
    bad[Value::json_pointer(pointer)] = value;
    return validator.check(bad).size();
  };
  CHECK(faults_after("/score/coverage", 1.5) == 1);
  CHECK(faults_after("/score/precision", "high") == 1);
  CHECK(faults_after("/claims/0/fate", "lost") == 1);
  CHECK(faults_after("/defects/0/surprise", 1) == 1);
  CHECK(faults_after("/defects/0/places/0/lines", Value::array({1})) == 1);
  Value without = good;
  without["policy"].erase("beta");
  CHECK(validator.check(without).size() == 1);
}

TEST_CASE("coverage can be recomputed from shares and credits") {
  auto scored = sample();
  double coverage = 0;
  double total = 0;
  const Value written = Value::parse(score_json(scored));
  for (const auto& defect : written["defects"]) {
    coverage += defect["share"].get<double>() * defect["result"]["credit"].get<double>();
    total += defect["share"].get<double>();
  }
  CHECK(total == doctest::Approx(1).epsilon(1e-5));
  CHECK(coverage == doctest::Approx(scored.card.coverage).epsilon(1e-5));
}

TEST_CASE("numbers are rounded to six decimals, and equal values give equal bytes") {
  CHECK(rounded(1.0 / 3).dump() == "0.333333");
  CHECK(rounded(2.0 / 3).dump() == "0.666667");
  CHECK(rounded(0.1 + 0.2).dump() == "0.3");
  CHECK(rounded(-1e-9).dump() == "0.0");
  CHECK(rounded(std::numeric_limits<double>::quiet_NaN()).is_null());
  CHECK(score_json(sample()) == score_json(sample()));
}

TEST_CASE("the folder on the machine is not told; bytes that are no UTF-8 do not break the document") {
  const std::string text = score_json(sample());
  CHECK(text.find("/home/somebody") == std::string::npos);
  CHECK(text.find("\xEF\xBF\xBD") != std::string::npos);
}
