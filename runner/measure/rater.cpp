#include "runner/measure/rater.hpp"

#include <algorithm>
#include <cmath>

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

// A statistic of the table alone.
template <class Of>
Estimate of_table(const std::vector<RatedPair>& pairs, const Resampling& how, Interval bounds, Of of) {
  return estimate(
      pairs.size(), [&](const Items& items) { return std::optional<double>(of(table_of(pairs, items))); },
      how, bounds);
}

void add_kappas(Comparison& result, const std::vector<RatedPair>& pairs, const Resampling& how) {
  const auto plain = [&](std::optional<double> Kappa::* which, Interval bounds) {
    return of_table(pairs, how, bounds, [=](const Confusion& table) { return cohen_kappa(table).*which; });
  };
  result.agreement =
      of_table(pairs, how, {0, 1}, [](const Confusion& table) { return cohen_kappa(table).agreement; });
  result.kappa = plain(&Kappa::kappa, {-1, 1});
  result.pabak = plain(&Kappa::pabak, {-1, 1});
  result.ac1 = plain(&Kappa::ac1, {-1, 1});
  const auto weighted = [&](Weighting weighting) {
    return of_table(pairs, how, {-1, 1},
                    [=](const Confusion& table) { return weighted_kappa(table, weighting); });
  };
  result.linear = weighted(Weighting::linear);
  result.quadratic = weighted(Weighting::quadratic);
  result.alpha = of_table(pairs, how, {-1, 1},
                          [](const Confusion& table) { return krippendorff_alpha(table, Scale::ordinal); });
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

// The items that everybody rated, a row each.
std::vector<std::vector<double>> complete(const Ratings& ratings) {
  std::vector<std::vector<double>> subjects;
  for (std::size_t item = 0; !ratings.empty() && item < ratings.front().size(); ++item) {
    std::vector<double> row;
    for (const auto& rater : ratings)
      if (rater[item]) row.push_back(*rater[item]);
    if (row.size() == ratings.size()) subjects.push_back(std::move(row));
  }
  return subjects;
}

}  // namespace

Comparison compare(const std::vector<RatedPair>& pairs, const Resampling& how) {
  Comparison result{.items = static_cast<int>(pairs.size())};
  if (pairs.empty()) return result;
  Items all(pairs.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  result.table = table_of(pairs, all);
  result.plain = cohen_kappa(result.table);
  add_kappas(result, pairs, how);
  constexpr double far = levels - 1;
  const auto from = [&](const Statistic& statistic, Interval bounds) {
    return estimate(pairs.size(), statistic, how, bounds);
  };
  result.icc = from([&](const Items& items) { return icc_of(pairs, items); }, {-1, 1});
  result.bias =
      from([&](const Items& items) { return std::optional(mean(differences(pairs, items))); }, {-far, far});
  result.spread =
      from([&](const Items& items) { return deviation(differences(pairs, items)); }, {0, 2 * far});
  result.d_prime = from([&](const Items& items) { return d_prime_of(pairs, items); }, {-10, 10});
  return result;
}

std::optional<int> median_level(std::vector<int> given) {
  if (given.empty()) return std::nullopt;
  std::sort(given.begin(), given.end());
  return given[(given.size() - 1) / 2];
}

PanelAgreement panel_agreement(const Ratings& ratings, const Resampling& how) {
  PanelAgreement result{.raters = static_cast<int>(ratings.size()),
                        .items = ratings.empty() ? 0 : static_cast<int>(ratings.front().size())};
  if (ratings.empty()) return result;
  Resampling fewer = how;
  fewer.draws = std::min(how.draws, 1000);  // missing cells make each draw dear
  const auto alpha = [&](Scale scale) {
    return estimate(
        ratings.front().size(),
        [&](const Items& items) { return krippendorff_alpha(units_of(ratings, items), scale); }, fewer);
  };
  result.nominal = alpha(Scale::nominal);
  result.ordinal = alpha(Scale::ordinal);
  result.interval = alpha(Scale::interval);
  const auto subjects = complete(ratings);
  const auto icc = [&](std::optional<double> Icc::* which) {
    return estimate(
        subjects.size(),
        [&](const Items& items) {
          std::vector<std::vector<double>> chosen;
          for (const auto item : items) chosen.push_back(subjects[item]);
          return intraclass_correlation(chosen).*which;
        },
        fewer);
  };
  result.icc_one = icc(&Icc::two_1);
  result.icc_mean = icc(&Icc::two_k);
  return result;
}

}  // namespace runner::measure
