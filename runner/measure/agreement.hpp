// How far raters agree. A statistic that has nothing to measure (no variance, no pair) is none, "n/a":
// neither 0 nor 1. Sources: Cohen (1960, 1968); Byrt, Bishop & Carlin (1993) for prevalence and PABAK; Gwet
// (2008) for AC1; Krippendorff, Content Analysis (2004), chapter 11; Shrout & Fleiss (1979) for the six ICC.
#pragma once

#include <optional>
#include <vector>

namespace runner::measure {

// How often rater A said the row and rater B the column. Square.
using Confusion = std::vector<std::vector<int>>;

struct Kappa {
  int items = 0;
  double agreement = 0;  // raw, p_o
  double by_chance = 0;  // p_e of Cohen's kappa
  std::optional<double> kappa;
  std::vector<double> prevalence;          // of each category, both raters taken together; sums to 1
  std::optional<double> prevalence_index;  // |yes-yes - no-no| / n; only for two categories
  std::optional<double> pabak;             // kappa if every category were as likely: (k p_o - 1) / (k - 1)
  std::optional<double> ac1;               // Gwet's
};

[[nodiscard]] Kappa cohen_kappa(const Confusion& table);

enum class Weighting { linear, quadratic };
[[nodiscard]] std::optional<double> weighted_kappa(const Confusion& table, Weighting weighting);

// Counts pairs of ratings in 0 .. categories-1; both lists are equally long.
[[nodiscard]] Confusion confusion(const std::vector<int>& first, const std::vector<int>& second,
                                  int categories);

// A row a rater, a column a unit; a missing cell is none. Rows are equally long.
using Ratings = std::vector<std::vector<std::optional<double>>>;
enum class Scale { nominal, ordinal, interval };
[[nodiscard]] std::optional<double> krippendorff_alpha(const Ratings& ratings, Scale scale);
// The same of two raters who both rated everything, in categories 0, 1, 2, …: quick enough to resample.
[[nodiscard]] std::optional<double> krippendorff_alpha(const Confusion& table, Scale scale);

// Intraclass correlation. The first number: 1 every subject has raters of its own, 2 the same raters, drawn
// from many, 3 the same raters and no others matter. The second: of one rater, or of the mean of all k.
struct Icc {
  std::optional<double> one_1, two_1, three_1;
  std::optional<double> one_k, two_k, three_k;
};
// A row a subject, a column a rater; complete. All none below 2 subjects or 2 raters.
[[nodiscard]] Icc intraclass_correlation(const std::vector<std::vector<double>>& subjects);

}  // namespace runner::measure
