// Fields of our own JSON, read strictly: an unknown key or a wrong type is a fault that says where and what
// to do.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "runner/comments/reading.hpp"

namespace runner::comments {

using OrderedJson = nlohmann::ordered_json;

struct StrictJson {
  Reading& reading;
  std::string_view part;  // of the text: where faults are, "" for the file as a whole

  void fault(const std::string& key, std::string_view problem, std::string remedy);

  // A key that stands twice is a fault too. Discarded after a fault of syntax.
  OrderedJson parse(std::string_view value);
  bool object(const OrderedJson& json, const std::string& at, const std::vector<std::string>& known);
  std::string text(const OrderedJson& json, const std::string& at, const char* key);
  bool flag(const OrderedJson& json, const std::string& at, const char* key);
  std::vector<std::string> texts(const OrderedJson& json, const std::string& at, const char* key);
  review::LineSpan lines(const OrderedJson& json, const std::string& at);      // "12", "12-14", 12
  review::ColumnSpan columns(const OrderedJson& json, const std::string& at);  // "5-9"; "5-0": no end is said
  std::vector<review::Suggestion> suggestions(const OrderedJson& json, const std::string& at);
  void unknown(const std::string& at, const std::string& key, const std::vector<std::string>& known);

  void no_choice(const std::string& at, const char* key, const std::string& name,
                 const std::vector<std::string_view>& names);

  // One of `values` by its to_string; `fallback` when the key is absent.
  template <class Choice, std::size_t count>
  Choice choice(const OrderedJson& json, const std::string& at, const char* key,
                const std::array<Choice, count>& values, Choice fallback) {
    if (!json.contains(key)) return fallback;
    const auto name = text(json, at, key);
    std::vector<std::string_view> names;
    for (const auto value : values) {
      if (to_string(value) == name) return value;
      names.push_back(to_string(value));
    }
    if (json[key].is_string()) no_choice(at, key, name, names);
    return fallback;
  }
};

}  // namespace runner::comments
