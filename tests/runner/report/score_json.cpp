#include "runner/report/score_json.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "golden.hpp"
#include "runner/report/json_values.hpp"
#include "sample.hpp"
#include "tests/source_tree.hpp"

using namespace runner::report;
using Value = nlohmann::json;

namespace {

Value schema() {
  std::ifstream in(std::filesystem::path(source_tree()) / "docs/score.schema.json");
  return Value::parse(in);
}

bool has_type(const Value& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return type == "null" && value.is_null();
}

// As much of JSON Schema as our own schema uses; every violation by its place.
class Validator {
 public:
  explicit Validator(Value root) : root_(std::move(root)) {}

  std::vector<std::string> check(const Value& value) {
    faults_.clear();
    check(value, root_, "");
    return faults_;
  }

 private:
  void fault(const std::string& at, const std::string& what) { faults_.push_back(at + ": " + what); }

  void check(const Value& value, const Value& rule, const std::string& at) {
    if (rule.contains("$ref"))
      check(value, root_.at(Value::json_pointer(rule["$ref"].get<std::string>().substr(1))), at);
    if (rule.contains("const") && value != rule["const"]) fault(at, "is not the constant");
    if (rule.contains("enum") &&
        std::find(rule["enum"].begin(), rule["enum"].end(), value) == rule["enum"].end())
      fault(at, "is none of the choices: " + value.dump());
    if (rule.contains("type")) check_type(value, rule["type"], at);
    if (rule.contains("anyOf")) check_any(value, rule["anyOf"], at);
    if (value.is_number()) check_number(value.get<double>(), rule, at);
    if (value.is_object()) check_object(value, rule, at);
    if (value.is_array()) check_array(value, rule, at);
  }

  void check_type(const Value& value, const Value& types, const std::string& at) {
    bool fits = false;
    for (const auto& type : types.is_array() ? types : Value::array({types}))
      fits = fits || has_type(value, type);
    if (!fits) fault(at, "is no " + types.dump());
  }

  void check_any(const Value& value, const Value& rules, const std::string& at) {
    for (const auto& rule : rules) {
      Validator other(root_);
      other.check(value, rule, at);
      if (other.faults_.empty()) return;
    }
    fault(at, "fits none of the alternatives");
  }

  void check_number(double value, const Value& rule, const std::string& at) {
    if (rule.contains("minimum") && value < rule["minimum"]) fault(at, "is too small");
    if (rule.contains("exclusiveMinimum") && value <= rule["exclusiveMinimum"]) fault(at, "is too small");
    if (rule.contains("maximum") && value > rule["maximum"]) fault(at, "is too large");
  }

  void check_object(const Value& value, const Value& rule, const std::string& at) {
    for (const auto& name : rule.value("required", Value::array()))
      if (!value.contains(name)) fault(at, "lacks " + name.get<std::string>());
    const Value properties = rule.value("properties", Value::object());
    for (const auto& [name, each] : value.items()) {
      if (properties.contains(name)) {
        check(each, properties[name], at + "/" + name);
      } else if (rule.contains("patternProperties")) {
        check(each, rule["patternProperties"].begin().value(), at + "/" + name);
      } else if (rule.contains("additionalProperties")) {
        const auto& more = rule["additionalProperties"];
        if (more.is_object())
          check(each, more, at + "/" + name);
        else if (more == false)
          fault(at, "has the unknown key " + name);
      }
    }
  }

  void check_array(const Value& value, const Value& rule, const std::string& at) {
    if (rule.contains("minItems") && value.size() < rule["minItems"]) fault(at, "has too few items");
    if (rule.contains("maxItems") && value.size() > rule["maxItems"]) fault(at, "has too many items");
    if (!rule.contains("items")) return;
    for (std::size_t i = 0; i < value.size(); ++i)
      check(value[i], rule["items"], at + "/" + std::to_string(i));
  }

  Value root_;
  std::vector<std::string> faults_;
};

}  // namespace

TEST_CASE("the JSON is what the golden file says") {
  check_golden("score.json", score_json(sample()));
  check_golden("score-empty.json", score_json(empty_sample()));
}

TEST_CASE("the JSON fits docs/score.schema.json") {
  Validator validator(schema());
  for (const auto& scored : {sample(), empty_sample()})
    for (const auto& fault : validator.check(Value::parse(score_json(scored)))) FAIL_CHECK(fault);
}

TEST_CASE("the schema's check sees what is missing, unknown, or of the wrong kind") {
  Validator validator(schema());
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
