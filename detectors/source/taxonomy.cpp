#include "detectors/source/taxonomy.hpp"

#include <utility>

namespace detectors::source {
namespace {
constexpr std::array<std::pair<Severity, std::string_view>, 4> names{{
    {Severity::nit, "nit"},
    {Severity::minor, "minor"},
    {Severity::major, "major"},
    {Severity::blocker, "blocker"},
}};
}  // namespace

std::string_view to_string(Severity severity) { return names[static_cast<std::size_t>(severity)].second; }

std::optional<Severity> severity_named(std::string_view name) {
  for (const auto& [severity, spelled] : names)
    if (spelled == name) return severity;
  return std::nullopt;
}

}  // namespace detectors::source
