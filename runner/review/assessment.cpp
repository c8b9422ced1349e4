#include "runner/review/assessment.hpp"

namespace runner::review {
namespace {

constexpr std::array<std::string_view, 5> levels{"missed", "located", "identified", "explained", "fixed"};
constexpr std::array<std::string_view, 7> fates{"credited", "duplicate", "valid extra", "decoy hit",
                                                "noise",    "neutral",   "unjudged"};

bool speaks(const Pair& pair, EvidenceKind kind) {
  for (const auto& evidence : pair.evidence)
    if (evidence.kind == kind && evidence.weight > 0) return true;
  return false;
}

}  // namespace

Level earned(const Pair& pair) {
  const bool suggested = speaks(pair, EvidenceKind::suggestion);
  const bool helps = suggested || speaks(pair, EvidenceKind::remedy);
  const int more = (helps ? 1 : 0) + (speaks(pair, EvidenceKind::effect) ? 1 : 0);
  return static_cast<Level>(static_cast<int>(Level::identified) + more);
}

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

std::string_view to_string(Fate fate) { return fates[static_cast<std::size_t>(fate)]; }

std::optional<Fate> fate_named(std::string_view name) {
  for (std::size_t i = 0; i < fates.size(); ++i)
    if (fates[i] == name) return static_cast<Fate>(i);
  return std::nullopt;
}

}  // namespace runner::review
