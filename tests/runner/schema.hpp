// As much of JSON Schema as the schemas under docs/ use, for tests of what they describe.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/source_tree.hpp"

namespace runner {

using Value = nlohmann::json;

inline Value read_schema(const std::string& name) {
  std::ifstream in(std::filesystem::path(source_tree()) / "docs" / name);
  return Value::parse(in);
}

inline bool has_type(const Value& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return type == "null" && value.is_null();
}

// Every violation, by its place.
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

}  // namespace runner
