#include "detectors/source/strict_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "detectors/source/nearest.hpp"

namespace detectors::source {
namespace {

using Json = nlohmann::ordered_json;
using Tell = StrictJson::Tell;

const Json& json_in(const std::shared_ptr<const void>& json) { return *static_cast<const Json*>(json.get()); }

const Json* find(const std::shared_ptr<const void>& json, std::string_view key) {
  const auto& object = json_in(json);
  if (!object.is_object()) return nullptr;
  const auto found = object.find(std::string(key));
  return found == object.end() ? nullptr : &*found;
}

// The library keeps the last of two equal keys; whoever wrote them must hear of both.
Json::parser_callback_t note_duplicates(const Tell& tell) {
  return [&tell, seen = std::vector<std::set<std::string>>{}](int, Json::parse_event_t event,
                                                              Json& value) mutable {
    if (event == Json::parse_event_t::object_start) seen.emplace_back();
    if (event == Json::parse_event_t::object_end) seen.pop_back();
    if (event == Json::parse_event_t::key && !seen.back().insert(value.get<std::string>()).second)
      tell({}, value.get<std::string>() + " stands twice in one object", "keep one of them");
    return true;
  };
}

}  // namespace

std::optional<StrictJson> StrictJson::read(std::string_view text, std::string at, Tell tell) {
  try {
    auto json = std::make_shared<const Json>(Json::parse(text, note_duplicates(tell)));
    return StrictJson(std::move(json), std::move(at), std::make_shared<const Tell>(std::move(tell)));
  } catch (const Json::exception& error) {  // a number beyond every number is no error of syntax
    const auto* syntax = dynamic_cast<const Json::parse_error*>(&error);
    const auto offset = syntax == nullptr ? std::size_t{0} : std::min(syntax->byte, text.size());
    tell(offset, "not valid JSON", "mend the syntax at or before this line");
    return std::nullopt;
  }
}

void StrictJson::fault(std::string_view key, std::string_view problem, std::string remedy) const {
  const auto dot = at_.empty() || key.empty() ? "" : ".";
  const auto place =
      at_.empty() && key.empty() ? std::string("the file") : fmt::format("{}{}{}", at_, dot, key);
  (*tell_)({}, fmt::format("{} {}", place, problem), std::move(remedy));
}

bool StrictJson::object(const std::vector<std::string>& known) const {
  const auto& json = json_in(json_);
  if (!json.is_object()) return fault("", "is not an object", "write {…} there"), false;
  for (const auto& [key, value] : json.items())
    if (std::find(known.begin(), known.end(), key) == known.end())
      fault(key, "is an unknown key",
            did_you_mean(key, known)
                .value_or(fmt::format("remove it; known keys are: {}", fmt::join(known, ", "))));
  return true;
}

bool StrictJson::has(std::string_view key) const { return find(json_, key) != nullptr; }

bool StrictJson::has_text(std::string_view key) const {
  const auto* value = find(json_, key);
  return value != nullptr && value->is_string();
}

std::string StrictJson::text(std::string_view key) const {
  const auto* value = find(json_, key);
  if (value == nullptr) return "";
  if (value->is_string()) return value->get<std::string>();
  fault(key, "is not a text", "write a text in quotes");
  return "";
}

std::string StrictJson::required_text(std::string_view key) const {
  if (!has(key)) fault(key, "is missing", "add it");
  return text(key);
}

bool StrictJson::flag(std::string_view key) const {
  const auto* value = find(json_, key);
  if (value != nullptr && !value->is_boolean())
    fault(key, "is neither true nor false", "write true or false");
  return value != nullptr && value->is_boolean() && value->get<bool>();
}

std::vector<std::string> StrictJson::texts(std::string_view key) const {
  std::vector<std::string> all;
  const auto* value = find(json_, key);
  if (value == nullptr) return all;
  const auto is_text = [](const Json& each) { return each.is_string(); };
  if (!value->is_array() || !std::all_of(value->begin(), value->end(), is_text))
    return fault(key, "is not a list of texts", "write [\"…\"] there"), all;
  for (const auto& each : *value) all.push_back(each.get<std::string>());
  return all;
}

std::vector<StrictJson> StrictJson::list(std::string_view key) const {
  std::vector<StrictJson> all;
  const auto* value = find(json_, key);
  if (value == nullptr) return all;
  if (!value->is_array()) return fault(key, "is not a list", fmt::format("write \"{}\": […]", key)), all;
  for (std::size_t i = 0; i < value->size(); ++i)
    all.push_back({std::shared_ptr<const void>(json_, &(*value)[i]),
                   fmt::format("{}{}{}[{}]", at_, at_.empty() ? "" : ".", key, i), tell_});
  return all;
}

std::optional<std::size_t> StrictJson::choice(std::string_view key,
                                              const std::vector<std::string_view>& names) const {
  if (!has(key)) return std::nullopt;
  const auto name = text(key);
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  if (has_text(key))
    fault(key, fmt::format("is \"{}\"", name), fmt::format("use one of: {}", fmt::join(names, ", ")));
  return std::nullopt;
}

std::optional<StrictJson> StrictJson::required(std::string_view key, std::string remedy) const {
  const auto* value = find(json_, key);
  if (value == nullptr) return fault(key, "is missing", std::move(remedy)), std::nullopt;
  return StrictJson(std::shared_ptr<const void>(json_, value),
                    fmt::format("{}{}{}", at_, at_.empty() ? "" : ".", key), tell_);
}

std::optional<std::string> StrictJson::own_text() const {
  const auto& json = json_in(json_);
  return json.is_string() ? std::optional(json.get<std::string>()) : std::nullopt;
}

std::optional<std::int64_t> StrictJson::whole_number(std::string_view key) const {
  const auto* value = find(json_, key);
  if (value == nullptr || !value->is_number_integer()) return std::nullopt;
  if (value->is_number_unsigned() && value->get<std::uint64_t>() > std::uint64_t{INT64_MAX})
    return std::nullopt;
  return value->get<std::int64_t>();
}

std::string StrictJson::written(std::string_view key) const {
  const auto* value = find(json_, key);
  return value == nullptr ? "" : value->dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace detectors::source
