#include "runner/review/decision.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace runner::review {
namespace {

constexpr std::array<std::string_view, 5> kinds{"accept", "reject", "set", "count-as", "withdraw"};

bool same_target(const Decision& a, const Decision& b) {
  return a.comment == b.comment && a.claim == b.claim && a.defect == b.defect;
}

std::optional<std::size_t> claim_of(const Decision& decision, const std::vector<Claim>& claims,
                                    const Review& review) {
  std::vector<std::size_t> alike;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (review.comments[claims[i].comment].id != decision.comment) continue;
    const auto& text = claims[i].text;
    if (text == decision.claim && claims[i].ordinal == decision.ordinal) return i;
    const bool holds =
        text.find(decision.claim) != std::string::npos || decision.claim.find(text) != std::string::npos;
    if (holds) alike.push_back(i);
  }
  const auto exact =
      std::ranges::find_if(alike, [&](std::size_t i) { return claims[i].text == decision.claim; });
  if (exact != alike.end()) return *exact;
  return alike.size() == 1 ? std::optional(alike.front()) : std::nullopt;
}

}  // namespace

std::string_view to_string(DecisionKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::optional<DecisionKind> decision_kind_named(std::string_view name) {
  for (std::size_t i = 0; i < kinds.size(); ++i)
    if (kinds[i] == name) return static_cast<DecisionKind>(i);
  return std::nullopt;
}

std::vector<Decision> in_force(const std::vector<Decision>& journal) {
  std::vector<Decision> result;
  for (std::size_t i = 0; i < journal.size(); ++i) {
    const auto later = journal.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    const bool overtaken =
        std::any_of(later, journal.end(), [&](const auto& other) { return same_target(other, journal[i]); });
    if (!overtaken && journal[i].kind != DecisionKind::withdraw) result.push_back(journal[i]);
  }
  return result;
}

std::string target_name(std::string_view comment, std::size_t ordinal, std::string_view defect) {
  return fmt::format("{}.{}{}{}", comment, ordinal + 1, defect.empty() ? "" : ":", defect);
}

std::string target_name(const Decision& decision) {
  return target_name(decision.comment, decision.ordinal, decision.defect);
}

Placement place(const std::vector<Decision>& decisions, const std::vector<Claim>& claims,
                const Review& review, const std::vector<std::string>& defects) {
  Placement result;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const auto& decision = decisions[i];
    const auto claim = claim_of(decision, claims, review);
    const auto defect = std::ranges::find(defects, decision.defect);
    if (!claim || (!decision.defect.empty() && defect == defects.end())) {
      result.adrift.push_back(decision.number);
      continue;
    }
    result.placed.push_back({.decision = i, .claim = *claim, .defect = {}});
    if (!decision.defect.empty())
      result.placed.back().defect = static_cast<std::size_t>(defect - defects.begin());
  }
  return result;
}

}  // namespace runner::review
