// As much of JSON Schema as the schemas under docs/ use, for tests of what they describe.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/source_tree.hpp"

namespace runner {

using Document = nlohmann::json;

inline Document read_schema(const std::string& name) {
  std::ifstream in(std::filesystem::path(source_tree()) / "docs" / name);
  return Document::parse(in);
}

inline bool has_type(const Document& value, const std::string& type) {
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
  explicit Validator(Document root) : root_(std::move(root)) {}

  std::vector<std::string> check(const Document& value) {
    faults_.clear();
    check(value, root_, "");
    return faults_;
  }

 private:
  void fault(const std::string& at, const std::string& what) { faults_.push_back(at + ": " + what); }

  void check(const Document& value, const Document& rule, const std::string& at) {
    if (rule.contains("$ref"))
      check(value, root_.at(Document::json_pointer(rule["$ref"].get<std::string>().substr(1))), at);
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

  void check_type(const Document& value, const Document& types, const std::string& at) {
    bool fits = false;
    for (const auto& type : types.is_array() ? types : Document::array({types}))
      fits = fits || has_type(value, type);
    if (!fits) fault(at, "is no " + types.dump());
  }

  void check_any(const Document& value, const Document& rules, const std::string& at) {
    for (const auto& rule : rules) {
      Validator other(root_);
      other.check(value, rule, at);
      if (other.faults_.empty()) return;
    }
    fault(at, "fits none of the alternatives");
  }

  void check_number(double value, const Document& rule, const std::string& at) {
    if (rule.contains("minimum") && value < rule["minimum"]) fault(at, "is too small");
    if (rule.contains("exclusiveMinimum") && value <= rule["exclusiveMinimum"]) fault(at, "is too small");
    if (rule.contains("maximum") && value > rule["maximum"]) fault(at, "is too large");
  }

  void check_object(const Document& value, const Document& rule, const std::string& at) {
    for (const auto& name : rule.value("required", Document::array()))
      if (!value.contains(name)) fault(at, "lacks " + name.get<std::string>());
    const Document properties = rule.value("properties", Document::object());
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

  void check_array(const Document& value, const Document& rule, const std::string& at) {
    if (rule.contains("minItems") && value.size() < rule["minItems"]) fault(at, "has too few items");
    if (rule.contains("maxItems") && value.size() > rule["maxItems"]) fault(at, "has too many items");
    if (!rule.contains("items")) return;
    for (std::size_t i = 0; i < value.size(); ++i)
      check(value[i], rule["items"], at + "/" + std::to_string(i));
  }

  Document root_;
  std::vector<std::string> faults_;
};

// The text as JSON; one that does not fit that schema throws what is wrong with it.
inline Document fitting(const std::string& text, const std::string& schema) {
  auto value = Document::parse(text);
  std::string wrong;
  for (const auto& fault : Validator(read_schema(schema)).check(value)) wrong += fault + "\n";
  if (!wrong.empty()) throw std::runtime_error(schema + ": " + wrong);
  return value;
}

}  // namespace runner
