// An interval for any statistic of a list of items: Efron's percentile bootstrap, or where items are few the
// jackknife with Student's t (Efron & Tibshirani, An Introduction to the Bootstrap, 1993). Seeded: the same
// items give the same interval on every machine.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "runner/review/score.hpp"

namespace runner::measure {

using review::Interval;

// The statistic of the items with these indices (in a bootstrap an index may come twice); none where they
// have no variance.
using Statistic = std::function<std::optional<double>(const std::vector<std::size_t>& items)>;

struct Resampling {
  int draws = 2000;
  std::uint64_t seed = 1;
  std::size_t small = 20;  // fewer items: the jackknife
  friend bool operator==(const Resampling&, const Resampling&) = default;
};

enum class Method { none, bootstrap, jackknife };

struct Estimate {
  std::optional<double> value;       // none: "n/a"
  std::optional<Interval> interval;  // 95 %; none where the value is, or where most samples have no value
  Method method = Method::none;
};

// `bounds`: what the statistic can reach at most; an interval does not pass it.
[[nodiscard]] Estimate estimate(std::size_t items, const Statistic& statistic, const Resampling& how,
                                Interval bounds = {-1, 1});

// The same for items that come in clusters, such as the defects of one review, of which a rater who misread
// it gets several wrong: whole clusters are drawn, or left out, and `small` counts them (Davison & Hinkley,
// Bootstrap Methods and their Application, 1997, section 3.8). Each item is in one of them.
[[nodiscard]] Estimate estimate_clustered(const std::vector<std::vector<std::size_t>>& clusters,
                                          const Statistic& statistic, const Resampling& how,
                                          Interval bounds = {-1, 1});

// The standard error of the jackknife; none below 2 items, or where leaving one out leaves no variance.
[[nodiscard]] std::optional<double> jackknife_error(std::size_t items, const Statistic& statistic);

}  // namespace runner::measure
