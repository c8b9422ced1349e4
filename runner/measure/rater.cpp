#include "runner/measure/rater.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "runner/measure/reliability.hpp"

namespace runner::measure {
namespace {

using Items = std::vector<std::size_t>;

Confusion table_of(const std::vector<RatedPair>& pairs, const Items& items) {
  Confusion table(levels, std::vector<int>(levels, 0));
  for (const auto item : items)
    ++table[static_cast<std::size_t>(pairs[item].rater)][static_cast<std::size_t>(pairs[item].reference)];
  return table;
}

std::vector<double> differences(const std::vector<RatedPair>& pairs, const Items& items) {
  std::vector<double> apart;
  apart.reserve(items.size());
  for (const auto item : items) apart.push_back(pairs[item].rater - pairs[item].reference);
  return apart;
}

std::optional<double> d_prime_of(const std::vector<RatedPair>& pairs, const Items& items) {
  int hits = 0, signals = 0, alarms = 0, noises = 0;
  for (const auto item : items) {
    const bool said = pairs[item].rater >= hit;
    const bool there = pairs[item].reference >= hit;
    (there ? signals : noises) += 1;
    if (said) (there ? hits : alarms) += 1;
  }
  if (signals == 0 || noises == 0) return std::nullopt;
  return review::signal_detection(hits, signals, alarms, noises).d_prime;
}

std::optional<double> icc_of(const std::vector<RatedPair>& pairs, const Items& items) {
  std::vector<std::vector<double>> subjects;
  subjects.reserve(items.size());
  for (const auto item : items)
    subjects.push_back({static_cast<double>(pairs[item].rater), static_cast<double>(pairs[item].reference)});
  return intraclass_correlation(subjects).two_1;
}

// Items in the order of the first of their review; one of no review is a cluster by itself.
template <class ReviewOf>
std::vector<Items> clusters_of(std::size_t count, ReviewOf review_of) {
  std::vector<Items> clusters;
  std::map<int, std::size_t> known;
  for (std::size_t item = 0; item < count; ++item) {
    const int review = review_of(item);
    const auto at = review < 0 ? clusters.size() : known.try_emplace(review, clusters.size()).first->second;
    if (at == clusters.size()) clusters.emplace_back();
    clusters[at].push_back(item);
  }
  return clusters;
}

struct Pairs {
  const std::vector<RatedPair>& pairs;
  const Resampling& how;
  std::vector<Items> clusters = clusters_of(pairs.size(), [this](std::size_t i) { return pairs[i].review; });

  [[nodiscard]] Estimate from(const Statistic& statistic, Interval bounds) const {
    return estimate_clustered(clusters, statistic, how, bounds);
  }
  // A statistic of the table alone.
  template <class Of>
  [[nodiscard]] Estimate of_table(Interval bounds, Of of) const {
    return from([&](const Items& items) { return std::optional<double>(of(table_of(pairs, items))); },
                bounds);
  }
};

void add_kappas(Comparison& result, const Pairs& pairs) {
  const auto plain = [&](std::optional<double> Kappa::* which, Interval bounds) {
    return pairs.of_table(bounds, [=](const Confusion& table) { return cohen_kappa(table).*which; });
  };
  result.agreement =
      pairs.of_table({0, 1}, [](const Confusion& table) { return cohen_kappa(table).agreement; });
  result.kappa = plain(&Kappa::kappa, {-1, 1});
  result.pabak = plain(&Kappa::pabak, {-1, 1});
  result.ac1 = plain(&Kappa::ac1, {-1, 1});
  const auto weighted = [&](Weighting weighting) {
    return pairs.of_table({-1, 1}, [=](const Confusion& table) { return weighted_kappa(table, weighting); });
  };
  result.linear = weighted(Weighting::linear);
  result.quadratic = weighted(Weighting::quadratic);
  result.alpha = pairs.of_table(
      {-1, 1}, [](const Confusion& table) { return krippendorff_alpha(table, Scale::ordinal); });
}

std::optional<double> deviation(const std::vector<double>& values) {
  const auto squared = variance(values);
  return squared ? std::optional(std::sqrt(*squared)) : std::nullopt;
}

Ratings units_of(const Ratings& ratings, const Items& items) {
  Ratings chosen;
  for (const auto& rater : ratings) {
    auto& row = chosen.emplace_back();
    for (const auto item : items) row.push_back(rater[item]);
  }
  return chosen;
}

// The items that everybody rated.
Items complete(const Ratings& ratings) {
  Items items;
  for (std::size_t item = 0; !ratings.empty() && item < ratings.front().size(); ++item)
    if (std::ranges::all_of(ratings, [&](const auto& rater) { return rater[item].has_value(); }))
      items.push_back(item);
  return items;
}

// What everybody said of one of those.
std::vector<double> subject(const Ratings& ratings, std::size_t item) {
  std::vector<double> row;
  for (const auto& rater : ratings) row.push_back(*rater[item]);
  return row;
}

}  // namespace

Comparison compare(const std::vector<RatedPair>& pairs, const Resampling& how) {
  Comparison result{.items = static_cast<int>(pairs.size())};
  if (pairs.empty()) return result;
  Items all(pairs.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  result.table = table_of(pairs, all);
  result.plain = cohen_kappa(result.table);
  const Pairs clustered{.pairs = pairs, .how = how};
  add_kappas(result, clustered);
  constexpr double far = levels - 1;
  result.icc = clustered.from([&](const Items& items) { return icc_of(pairs, items); }, {-1, 1});
  result.bias = clustered.from(
      [&](const Items& items) { return std::optional(mean(differences(pairs, items))); }, {-far, far});
  result.spread =
      clustered.from([&](const Items& items) { return deviation(differences(pairs, items)); }, {0, 2 * far});
  result.d_prime = clustered.from([&](const Items& items) { return d_prime_of(pairs, items); }, {-10, 10});
  return result;
}

std::optional<int> median_level(std::vector<int> given) {
  if (given.empty()) return std::nullopt;
  std::sort(given.begin(), given.end());
  return given[(given.size() - 1) / 2];
}

PanelAgreement panel_agreement(const Ratings& ratings, const Resampling& how,
                               const std::vector<int>& reviews) {
  PanelAgreement result{.raters = static_cast<int>(ratings.size()),
                        .items = ratings.empty() ? 0 : static_cast<int>(ratings.front().size())};
  if (ratings.empty()) return result;
  Resampling fewer = how;
  fewer.draws = std::min(how.draws, 1000);  // missing cells make each draw dear
  const auto review_of = [&](std::size_t item) { return item < reviews.size() ? reviews[item] : -1; };
  const auto clusters = clusters_of(ratings.front().size(), review_of);
  const auto alpha = [&](Scale scale) {
    return estimate_clustered(
        clusters, [&](const Items& items) { return krippendorff_alpha(units_of(ratings, items), scale); },
        fewer);
  };
  result.nominal = alpha(Scale::nominal);
  result.ordinal = alpha(Scale::ordinal);
  result.interval = alpha(Scale::interval);
  const auto subjects = complete(ratings);
  const auto rated = clusters_of(subjects.size(), [&](std::size_t i) { return review_of(subjects[i]); });
  const auto icc = [&](std::optional<double> Icc::* which) {
    return estimate_clustered(
        rated,
        [&](const Items& items) {
          std::vector<std::vector<double>> chosen;
          for (const auto item : items) chosen.push_back(subject(ratings, subjects[item]));
          return intraclass_correlation(chosen).*which;
        },
        fewer);
  };
  result.icc_one = icc(&Icc::two_1);
  result.icc_mean = icc(&Icc::two_k);
  return result;
}

}  // namespace runner::measure
