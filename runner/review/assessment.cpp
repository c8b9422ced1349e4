#include "runner/review/assessment.hpp"

namespace runner::review {
namespace {
constexpr std::array<std::string_view, 5> levels{"missed", "located", "identified", "explained", "fixed"};
}  // namespace

std::string_view to_string(Level level) { return levels[static_cast<std::size_t>(level)]; }

std::optional<Level> level_named(std::string_view name) {
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (levels[i] == name) return static_cast<Level>(i);
  return std::nullopt;
}

std::string_view to_string(EvidenceKind kind) {
  constexpr std::array<std::string_view, 10> names{"place",      "topic",        "cause",    "effect",
                                                   "remedy",     "wrong remedy", "polarity", "mechanism",
                                                   "suggestion", "label"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view to_string(Fate fate) {
  constexpr std::array<std::string_view, 6> names{"credited",  "duplicate", "valid extra",
                                                  "decoy hit", "noise",     "neutral"};
  return names[static_cast<std::size_t>(fate)];
}

}  // namespace runner::review
