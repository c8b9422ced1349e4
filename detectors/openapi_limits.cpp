#include "detectors/openapi_limits.hpp"

#include <fmt/format.h>

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

}  // namespace detectors::api
