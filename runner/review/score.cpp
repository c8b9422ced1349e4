#include "runner/review/score.hpp"

#include <algorithm>
#include <cassert>
#include <set>

#include "runner/review/band.hpp"
#include "runner/review/bootstrap.hpp"

namespace runner::review {
namespace {

bool found(Level level) { return level >= Level::identified; }

// What a person could make of an ambiguous match: the same problem after all, at the level that its claim
// would earn.
Level best_reading(const Assessment& assessment, std::size_t defect) {
  Level best = std::max(assessment.defects[defect].level, Level::identified);
  for (const Pair& pair : assessment.pairs)
    if (pair.defect == defect && pair.ambiguous) best = std::max({best, pair.level, earned(pair)});
  return best;
}

std::vector<GradedDefect> graded(const Assessment& assessment, const Key& key) {
  assert(assessment.defects.size() == key.defects.size());
  std::vector<GradedDefect> defects;
  for (std::size_t i = 0; i < key.defects.size(); ++i) {
    const DefectResult& result = assessment.defects[i];
    defects.push_back({.id = key.defects[i].id,
                       .weight = key.defects[i].weight,
                       .level = result.level,
                       .ambiguous = result.ambiguous,
                       .at_best = result.ambiguous ? best_reading(assessment, i) : result.level});
  }
  return defects;
}

void count_defects(const Assessment& assessment, Counts& counts) {
  for (const DefectResult& result : assessment.defects) {
    ++counts.defects;
    if (found(result.level)) ++counts.hits;
    if (result.ambiguous) ++counts.ambiguous;
    if (!result.claim) continue;
    if (found(result.level)) ++counts.relevant;
    if (result.level == Level::located) ++counts.located;
  }
}

void count_claim(const ClaimResult& claim, Counts& counts) {
  switch (claim.fate) {
    case Fate::credited:
      return;  // counted with its defect
    case Fate::duplicate:
      ++counts.duplicates;
      return;
    case Fate::valid_extra:
      ++counts.valid_extras;
      ++counts.relevant;
      return;
    case Fate::decoy_hit:
      ++counts.decoy_claims;
      return;
    case Fate::noise:
      ++counts.noise;
      return;
    case Fate::neutral:
      ++counts.neutral;
      return;
    case Fate::unjudged:
      ++counts.unjudged;
      return;
  }
}

Counts count(const Assessment& assessment, const Key& key) {
  Counts counts{.decoys = static_cast<int>(key.decoys.size())};
  count_defects(assessment, counts);
  std::set<std::string> decoys_hit;
  for (const ClaimResult& claim : assessment.claims) {
    count_claim(claim, counts);
    if (claim.fate == Fate::decoy_hit) decoys_hit.insert(claim.target);
  }
  counts.decoy_hits = static_cast<int>(decoys_hit.size());
  return counts;
}

Adjustment adjustment_for(const Counts& counts, const Policy& policy) {
  if (counts.defects == 0) return {};
  const double charged = std::max(0.0, counts.noise - policy.noise_free);
  // An extra is worth what an average planted defect earns when it is named.
  const double each = policy.credit.at(static_cast<std::size_t>(Level::identified)) / counts.defects;
  return {.deduction = std::min(policy.noise_cap, policy.noise_rate * charged / counts.defects),
          .bonus = std::min(policy.extra_cap, each * counts.valid_extras)};
}

void add_precision(Scorecard& card, const Policy& policy) {
  const int countable = card.counts.relevant + card.counts.noise + card.counts.decoy_claims;
  if (countable < policy.least_countable) return;
  card.precision = static_cast<double>(card.counts.relevant) / countable;
  card.precision_interval = wilson(card.counts.relevant, countable);
  card.f_beta = f_beta(*card.precision, card.coverage, policy.beta);
}

SubScore sub_score(std::string_view id, const std::vector<std::size_t>& members,
                   const std::vector<GradedDefect>& defects, const std::vector<double>& shares,
                   const Policy& policy) {
  SubScore result{.id = std::string(id), .planted = static_cast<int>(members.size())};
  std::vector<WeightedValue> sample;
  for (const std::size_t member : members) {
    if (found(defects[member].level)) ++result.found;
    sample.push_back({shares[member], policy.credit.at(static_cast<std::size_t>(defects[member].level))});
  }
  if (result.planted >= policy.least_for_subscore) result.coverage = weighted_mean(sample);
  return result;
}

template <std::size_t Size>
std::vector<SubScore> sub_scores(const std::array<detectors::source::Theme, Size>& themes,
                                 std::string Defect::* theme_of, const Key& key,
                                 const std::vector<GradedDefect>& defects, const std::vector<double>& shares,
                                 const Policy& policy) {
  std::vector<SubScore> result;
  for (const auto& theme : themes) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < key.defects.size(); ++i)
      if (key.defects[i].*theme_of == theme.id) members.push_back(i);
    if (!members.empty()) result.push_back(sub_score(theme.id, members, defects, shares, policy));
  }
  return result;
}

std::vector<double> shares_of(const std::vector<GradedDefect>& defects, const Policy& policy) {
  std::vector<double> weights;
  for (const GradedDefect& defect : defects) weights.push_back(defect.weight);
  return capped_weights(std::move(weights), policy.largest_share);
}

void add_coverage(Scorecard& card, const Key& key, const std::vector<GradedDefect>& defects,
                  const Policy& policy) {
  const std::vector<double> shares = shares_of(defects, policy);
  std::vector<WeightedValue> sample;
  for (std::size_t i = 0; i < defects.size(); ++i)
    sample.push_back({shares[i], policy.credit.at(static_cast<std::size_t>(defects[i].level))});
  card.coverage = coverage_of(defects, policy);
  card.coverage_interval = bootstrap_interval(sample, policy.bootstrap_draws, policy.bootstrap_seed);
  card.hit_interval = wilson(card.counts.hits, card.counts.defects);
  card.by_pattern =
      sub_scores(detectors::source::outage_patterns, &Defect::pattern, key, defects, shares, policy);
  card.by_skill = sub_scores(detectors::source::skills, &Defect::skill, key, defects, shares, policy);
}

// "Something is odd here" does not stop a merge: located is not flagged.
std::vector<std::string> unflagged_blockers(const Assessment& assessment, const Key& key) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < key.defects.size(); ++i)
    if (key.defects[i].severity == Severity::blocker && !found(assessment.defects[i].level))
      ids.push_back(key.defects[i].id);
  return ids;
}

}  // namespace

Scorecard score(const Assessment& assessment, const Key& key, Verdict verdict, const Policy& policy) {
  const std::vector<GradedDefect> defects = graded(assessment, key);
  Scorecard card{.counts = count(assessment, key)};
  add_coverage(card, key, defects, policy);
  add_precision(card, policy);
  const Adjustment adjustment = adjustment_for(card.counts, policy);
  card.noise_deduction = adjustment.deduction;
  card.extra_bonus = adjustment.bonus;
  card.score = 100 * adjusted(card.coverage, adjustment);
  if (card.counts.decoys > 0)
    card.detection =
        signal_detection(card.counts.hits, card.counts.defects, card.counts.decoy_hits, card.counts.decoys);
  card.stability = stability_of(defects, adjustment, policy);
  BandDecision decision = decide_band(defects, adjustment, policy);
  card.band = decision.band;
  card.band_reason = std::move(decision.reason);
  card.unflagged_blockers = unflagged_blockers(assessment, key);
  card.approved_over_blocker = verdict == Verdict::approve && !card.unflagged_blockers.empty();
  return card;
}

}  // namespace runner::review
