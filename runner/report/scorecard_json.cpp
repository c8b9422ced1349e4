#include "runner/report/scorecard_json.hpp"

#include "runner/report/words.hpp"

namespace runner::report {
namespace {

Json counts_json(const review::Counts& counts) {
  return Json{{"defects", counts.defects},
              {"hits", counts.hits},
              {"relevant", counts.relevant},
              {"located", counts.located},
              {"duplicates", counts.duplicates},
              {"valid_extras", counts.valid_extras},
              {"decoys", counts.decoys},
              {"decoy_hits", counts.decoy_hits},
              {"decoy_claims", counts.decoy_claims},
              {"noise", counts.noise},
              {"neutral", counts.neutral},
              {"unjudged", counts.unjudged},
              {"ambiguous", counts.ambiguous}};
}

Json sub_scores_json(const std::vector<review::SubScore>& scores) {
  Json out = Json::array();
  for (const auto& score : scores)
    out.push_back(Json{{"id", score.id},
                       {"title", theme_title(score.id)},
                       {"planted", score.planted},
                       {"found", score.found},
                       {"coverage", json(score.coverage)}});
  return out;
}

Json detection_json(const std::optional<review::SignalDetection>& detection) {
  if (!detection) return nullptr;
  return Json{{"hit_rate", rounded(detection->hit_rate)},
              {"false_alarm_rate", rounded(detection->false_alarm_rate)},
              {"d_prime", rounded(detection->d_prime)},
              {"criterion", rounded(detection->criterion)}};
}

Json stability_json(const review::Stability& stability) {
  return Json{{"lowest", rounded(stability.lowest)},
              {"highest", rounded(stability.highest)},
              {"band_moves", stability.band_moves},
              {"swings_on", stability.swings_on}};
}

}  // namespace

Json json(const review::Scorecard& card) {
  const auto interval = [](const auto& value) { return value ? json(*value) : Json(nullptr); };
  return Json{{"coverage", rounded(card.coverage)},
              {"coverage_interval", json(card.coverage_interval)},
              {"hit_interval", json(card.hit_interval)},
              {"precision", json(card.precision)},
              {"precision_interval", interval(card.precision_interval)},
              {"f_beta", json(card.f_beta)},
              {"noise_deduction", rounded(card.noise_deduction)},
              {"extra_bonus", rounded(card.extra_bonus)},
              {"score", rounded(card.score)},
              {"band", identifier(review::to_string(card.band))},
              {"band_reason", card.band_reason},
              {"detection", detection_json(card.detection)},
              {"by_pattern", sub_scores_json(card.by_pattern)},
              {"by_skill", sub_scores_json(card.by_skill)},
              {"stability", stability_json(card.stability)},
              {"approved_over_blocker", card.approved_over_blocker},
              {"unflagged_blockers", card.unflagged_blockers},
              {"counts", counts_json(card.counts)}};
}

Json json(const review::Policy& policy) {
  Json credit = Json::object();
  for (std::size_t level = 0; level < policy.credit.size(); ++level)
    credit[std::string(review::to_string(static_cast<review::Level>(level)))] = rounded(policy.credit[level]);
  return Json{{"credit", std::move(credit)},
              {"beta", rounded(policy.beta)},
              {"largest_share", rounded(policy.largest_share)},
              {"noise_free", rounded(policy.noise_free)},
              {"noise_rate", rounded(policy.noise_rate)},
              {"noise_cap", rounded(policy.noise_cap)},
              {"extra_cap", rounded(policy.extra_cap)},
              {"bands", Json{{"strong", rounded(policy.bands[0])},
                             {"meets", rounded(policy.bands[1])},
                             {"mixed", rounded(policy.bands[2])}}},
              {"least_countable", policy.least_countable},
              {"least_for_subscore", policy.least_for_subscore},
              {"bootstrap_draws", policy.bootstrap_draws},
              {"bootstrap_seed", policy.bootstrap_seed}};
}

}  // namespace runner::report
