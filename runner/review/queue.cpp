#include "runner/review/queue.hpp"

#include <fmt/format.h>

namespace runner::review {
namespace {

bool counts_against(Fate fate) { return fate == Fate::noise || fate == Fate::decoy_hit; }

// "" when there is nothing to ask.
std::string question(const Assessment& assessment, const Pair& pair) {
  const auto& claim = assessment.claims[pair.claim];
  const auto& defect = assessment.defects[pair.defect];
  if (!pair.ambiguous || pair.decided || claim.sprayed) return {};
  if (defect.settled && !counts_against(claim.fate)) return {};
  const bool credited_here = defect.claim == pair.claim;
  if (credited_here && pair.level >= Level::identified)
    return fmt::format("credited as {}, and close to not being the same problem", to_string(pair.level));
  if (pair.level >= Level::identified || (claim.fate == Fate::credited && !credited_here)) return {};
  const auto might = earned(pair);
  if (might > defect.level && !defect.settled)
    return fmt::format("falls just short: as the same problem it would be {}, and the defect is {}",
                       to_string(might), to_string(defect.level));
  if (counts_against(claim.fate))
    return fmt::format("falls just short, and counts as {}: as the same problem it would not",
                       to_string(claim.fate));
  return {};
}

}  // namespace

std::vector<Queued> queue(const Assessment& assessment) {
  std::vector<Queued> result;
  for (std::size_t i = 0; i < assessment.pairs.size(); ++i)
    if (auto why = question(assessment, assessment.pairs[i]); !why.empty())
      result.push_back({.pair = i, .why = std::move(why)});
  return result;
}

std::vector<std::size_t> unjudged(const Assessment& assessment) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < assessment.claims.size(); ++i)
    if (assessment.claims[i].fate == Fate::unjudged) result.push_back(i);
  return result;
}

}  // namespace runner::review
