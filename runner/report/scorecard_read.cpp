// The numbers of a score and the policy, read back from JSON.
#include "runner/report/json_read.hpp"

namespace runner::report {
namespace {

review::Interval interval_of(const Json& json) {
  return {json.at(0).get<double>(), json.at(1).get<double>()};
}

std::optional<double> share_or_none(const Json& json) {
  return json.is_null() ? std::nullopt : std::optional(json.get<double>());
}

review::Counts counts_of(const Json& json) {
  const auto count = [&](const char* key) { return json.at(key).get<int>(); };
  review::Counts made;
  made.defects = count("defects");
  made.hits = count("hits");
  made.relevant = count("relevant");
  made.located = count("located");
  made.duplicates = count("duplicates");
  made.valid_extras = count("valid_extras");
  made.decoys = count("decoys");
  made.decoy_hits = count("decoy_hits");
  made.decoy_claims = count("decoy_claims");
  made.noise = count("noise");
  made.neutral = count("neutral");
  made.unjudged = json.value("unjudged", 0);  // not in "seedfault.score/1"
  made.ambiguous = count("ambiguous");
  return made;
}

std::vector<review::SubScore> sub_scores_of(const Json& json) {
  std::vector<review::SubScore> scores;
  for (const auto& each : json) {
    auto& made = scores.emplace_back();
    made.id = each.at("id").get<std::string>();
    made.planted = each.at("planted").get<int>();
    made.found = each.at("found").get<int>();
    made.coverage = share_or_none(each.at("coverage"));
  }
  return scores;
}

std::optional<review::SignalDetection> detection_of(const Json& json) {
  if (json.is_null()) return std::nullopt;
  review::SignalDetection made;
  made.hit_rate = json.at("hit_rate").get<double>();
  made.false_alarm_rate = json.at("false_alarm_rate").get<double>();
  made.d_prime = json.at("d_prime").get<double>();
  made.criterion = json.at("criterion").get<double>();
  return made;
}

review::Band band_of(const Json& json) {
  using enum review::Band;
  auto places = Json::object();
  for (const auto band : {strong, meets, mixed, below, more_review})
    places[identifier(review::to_string(band))] = static_cast<int>(band);
  return static_cast<review::Band>(places.at(json.get<std::string>()).get<int>());
}

}  // namespace

review::Scorecard card_of(const Json& json) {
  review::Scorecard card;
  card.counts = counts_of(json.at("counts"));
  card.coverage = json.at("coverage").get<double>();
  card.coverage_interval = interval_of(json.at("coverage_interval"));
  card.hit_interval = interval_of(json.at("hit_interval"));
  card.precision = share_or_none(json.at("precision"));

  if (const auto& interval = json.at("precision_interval"); !interval.is_null())
    card.precision_interval = interval_of(interval);
  card.f_beta = share_or_none(json.at("f_beta"));
  card.noise_deduction = json.at("noise_deduction").get<double>();
  card.extra_bonus = json.at("extra_bonus").get<double>();
  card.score = json.at("score").get<double>();
  card.detection = detection_of(json.at("detection"));
  card.by_pattern = sub_scores_of(json.at("by_pattern"));
  card.by_skill = sub_scores_of(json.at("by_skill"));
  const auto& stability = json.at("stability");
  card.stability = {.lowest = stability.at("lowest").get<double>(),
                    .highest = stability.at("highest").get<double>(),
                    .band_moves = stability.at("band_moves").get<bool>(),
                    .swings_on = stability.at("swings_on").get<std::string>()};
  card.band = band_of(json.at("band"));
  card.band_reason = json.at("band_reason").get<std::string>();
  card.approved_over_blocker = json.at("approved_over_blocker").get<bool>();
  card.unflagged_blockers = json.at("unflagged_blockers").get<std::vector<std::string>>();
  return card;
}

review::Policy policy_of(const Json& json) {
  const auto share = [&](const char* key) { return json.at(key).get<double>(); };
  const auto& bands = json.at("bands");
  review::Policy policy;
  policy.beta = share("beta");
  policy.largest_share = share("largest_share");
  policy.noise_free = share("noise_free");
  policy.noise_rate = share("noise_rate");
  policy.noise_cap = share("noise_cap");
  policy.extra_cap = share("extra_cap");
  policy.bands = {bands.at("strong").get<double>(), bands.at("meets").get<double>(),
                  bands.at("mixed").get<double>()};
  policy.least_countable = json.at("least_countable").get<int>();
  policy.least_for_subscore = json.at("least_for_subscore").get<int>();
  policy.bootstrap_draws = json.at("bootstrap_draws").get<int>();
  policy.bootstrap_seed = json.at("bootstrap_seed").get<std::uint64_t>();

  for (std::size_t level = 0; level < policy.credit.size(); ++level)
    policy.credit[level] =
        json.at("credit").at(std::string(review::to_string(static_cast<review::Level>(level)))).get<double>();
  return policy;
}

}  // namespace runner::report
