#include "detectors/openapi_limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <set>
#include <string_view>

namespace detectors::api {
namespace {

// Those of `some` that `all` has not, in their order.
std::vector<std::string> missing(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  const std::set<std::string_view> known(all.begin(), all.end());
  std::vector<std::string> result;
  for (const auto& each : some)
    if (!known.contains(each)) result.push_back(each);
  return result;
}

std::string joined(const std::vector<std::string>& values) {
  constexpr std::size_t most = 8;
  const auto some = std::vector(values.begin(),
                                values.begin() + static_cast<std::ptrdiff_t>(std::min(most, values.size())));
  return fmt::format("{}{}", fmt::join(some, ", "), values.size() > most ? ", …" : "");
}

std::optional<double> number(const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);  // the C locale's: nobody sets another
  const bool whole = end != text.c_str() && *end == 0 && std::isfinite(value);
  return whole ? std::optional(value) : std::nullopt;
}

// Lowest of what nothing is said of: a text is never shorter than 0.
bool says_nothing(std::string_view key, const std::string& text) {
  const bool counts = key == "minLength" || key == "minItems" || key == "minProperties";
  return text == "false" || (counts && number(text) == 0.0);
}

bool is_narrower(std::string_view key, const std::string* before, const std::string& after) {
  if (says_nothing(key, after)) return false;
  if (!before || says_nothing(key, *before)) return true;
  const auto old = number(*before);
  const auto now = number(after);
  if (!old || !now) return false;  // one pattern instead of another may take more
  if (key == "multipleOf") return *now != 0 && std::fmod(*old, *now) != 0;
  const bool upper = key.find("ax") != std::string_view::npos;  // maximum, exclusiveMaximum, maxItems
  return upper ? *now < *old : *now > *old;
}

std::set<std::string> types_of(const Field& field) {
  std::set<std::string> types;
  constexpr std::string_view between = " or ";
  std::string_view rest = field.type;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(between), rest.size());
    types.emplace(rest.substr(0, end));
    rest.remove_prefix(std::min(end + between.size(), rest.size()));
  }
  if (types.contains("number")) types.insert("integer");
  return types;
}

bool is_within(const std::set<std::string>& some, const std::set<std::string>& all) {
  return std::ranges::includes(all, some);
}

// How long a number is says little of what is sent.
bool is_other_format(const Field& sent, const Field& known) {
  return known.type == "string" && !known.format.empty() && known.format != sent.format;
}

}  // namespace

std::string narrowed(const Field& before, const Field& after) {
  if (!after.values.empty() && (before.values.empty() || !missing(before.values, after.values).empty()))
    return "one of " + joined(after.values);
  for (const auto& [key, text] : after.limits) {
    const auto known = before.limits.find(key);
    const auto* old = known == before.limits.end() ? nullptr : &known->second;
    if (is_narrower(key, old, text))
      return old ? fmt::format("{} {} (was {})", key, text, *old) : fmt::format("{} {}", key, text);
  }
  return "";
}

std::string added_values(const Field& before, const Field& after) {
  if (before.values.empty()) return "";
  return joined(missing(after.values, before.values));
}

Retyped retyped(const Field& before, const Field& after) {
  if (before.type.empty() || after.type.empty()) return {};
  const auto& known = before.request ? after : before;  // to the one that reads
  const auto& sent = before.request ? before : after;
  const auto to = after.type + (after.format.empty() ? "" : " " + after.format);
  if (!is_within(types_of(sent), types_of(known)))
    return {.type = to, .plain = before.type != "integer" || after.type != "number"};
  if (is_other_format(sent, known)) return {.type = to, .plain = !before.request && !after.format.empty()};
  return {};
}

}  // namespace detectors::api
