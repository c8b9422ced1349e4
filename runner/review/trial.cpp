#include "runner/review/trial.hpp"

#include <algorithm>

namespace runner::review {
namespace {

Tried read(const SuggestionTrial& trial, std::string_view defect, bool named) {
  const bool silenced = std::ranges::find(trial.silenced, defect) != trial.silenced.end();
  const auto proof =
      std::ranges::find_if(trial.proofs, [&](const auto& known) { return known.first == defect; });
  const bool known = proof != trial.proofs.end();
  const bool refuted = known && proof->second == ProofVerdict::failed;
  const bool proven = known && proof->second == ProofVerdict::passed;
  if (trial.parses && !refuted && proven)
    return {Outcome::right, "the suggestion was applied: the proof passes"};
  if (trial.parses && !refuted && silenced)
    return {Outcome::right, "the suggestion was applied: it parses and the detector is silent"};
  if (!named && !silenced) return {};
  if (!trial.parses) return {Outcome::wrong, "the suggestion was applied: the file no longer parses"};
  if (refuted) return {Outcome::wrong, "the suggestion was applied: the proof still fails"};
  return {Outcome::wrong, "the suggestion was applied: the detector still reports the defect"};
}

}  // namespace

Tried tried_suggestion(const Claim& claim, const Review& review, const std::vector<SuggestionTrial>& trials,
                       std::string_view defect, bool named) {
  Tried best;
  for (const auto& trial : trials) {
    if (trial.comment != review.comments[claim.comment].id) continue;
    if (std::ranges::find(claim.suggestions, trial.suggestion) == claim.suggestions.end()) continue;
    auto tried = read(trial, defect, named);
    if (tried.outcome > best.outcome) best = std::move(tried);
  }
  return best;
}

}  // namespace runner::review
