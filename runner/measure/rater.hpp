// One rater beside a reference (the panel, the known levels, the program): every statistic of agreement that
// the report shows, each with its interval. And a panel as a whole.
#pragma once

#include <optional>
#include <vector>

#include "runner/measure/agreement.hpp"
#include "runner/measure/resample.hpp"

namespace runner::measure {

inline constexpr int levels = 5;  // review::Level as 0 .. 4
inline constexpr int hit = 2;     // "identified" and above: the defect was seen

// Two levels of one item.
struct RatedPair {
  int rater = 0;
  int reference = 0;
  int review = -1;  // whose defect it is: pairs of one review are resampled together; -1: a pair by itself
  friend bool operator==(const RatedPair&, const RatedPair&) = default;
};

struct Comparison {
  int items = 0;
  Confusion table;  // rows the rater, columns the reference; empty without items
  Kappa plain;
  Estimate agreement, kappa, pabak, ac1, linear, quadratic;
  Estimate alpha;   // Krippendorff's, ordinal
  Estimate icc;     // ICC(2,1)
  Estimate bias;    // mean of rater - reference, in levels: above 0 is lenient
  Estimate spread;  // standard deviation of the same
  Estimate
      d_prime;  // how well the rater tells a defect that was seen, by the reference, from one that was not
};
[[nodiscard]] Comparison compare(const std::vector<RatedPair>& pairs, const Resampling& how = {});

// The middle level, the lower of two; none of nothing.
[[nodiscard]] std::optional<int> median_level(std::vector<int> given);

struct PanelAgreement {
  int raters = 0;
  int items = 0;
  Estimate nominal, ordinal, interval;  // Krippendorff's alpha; missing cells allowed
  Estimate icc_one, icc_mean;           // ICC(2,1) and (2,k), over the items that everybody rated
};
// `reviews`: whose each item is, where items of one review are to be resampled together; empty: each by
// itself.
[[nodiscard]] PanelAgreement panel_agreement(const Ratings& ratings, const Resampling& how = {},
                                             const std::vector<int>& reviews = {});

}  // namespace runner::measure
