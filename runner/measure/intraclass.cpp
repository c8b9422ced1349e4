#include <cassert>
#include <cmath>

#include "runner/measure/agreement.hpp"

namespace runner::measure {
namespace {

// Mean squares of the two-way table.
struct MeanSquares {
  double subjects = 0;  // between subjects
  double within = 0;    // within subjects
  double raters = 0;    // between raters
  double error = 0;     // what neither explains
};

double square(double value) { return value * value; }

MeanSquares mean_squares(const std::vector<std::vector<double>>& table, double n, double k) {
  double grand = 0;
  std::vector<double> subject(table.size(), 0);
  std::vector<double> rater(table.front().size(), 0);
  for (std::size_t i = 0; i < table.size(); ++i) {
    assert(table[i].size() == rater.size());
    for (std::size_t j = 0; j < rater.size(); ++j) {
      grand += table[i][j] / (n * k);
      subject[i] += table[i][j] / k;
      rater[j] += table[i][j] / n;
    }
  }
  double between = 0, within = 0, by_rater = 0;
  for (const double mean : subject) between += k * square(mean - grand);
  for (const double mean : rater) by_rater += n * square(mean - grand);
  for (std::size_t i = 0; i < table.size(); ++i)
    for (const double value : table[i]) within += square(value - subject[i]);
  return {.subjects = between / (n - 1),
          .within = within / (n * (k - 1)),
          .raters = by_rater / (k - 1),
          .error = (within - by_rater) / ((n - 1) * (k - 1))};
}

std::optional<double> ratio(double above, double below) {
  if (std::abs(below) < 1e-12) return std::nullopt;
  return above / below;
}

}  // namespace

Icc intraclass_correlation(const std::vector<std::vector<double>>& subjects) {
  if (subjects.size() < 2 || subjects.front().size() < 2) return {};
  const auto n = static_cast<double>(subjects.size());
  const auto k = static_cast<double>(subjects.front().size());
  const MeanSquares ms = mean_squares(subjects, n, k);
  const double own = ms.subjects - ms.within;
  const double same = ms.subjects - ms.error;
  const double by_raters = ms.raters - ms.error;
  return {.one_1 = ratio(own, ms.subjects + (k - 1) * ms.within),
          .two_1 = ratio(same, ms.subjects + (k - 1) * ms.error + k * by_raters / n),
          .three_1 = ratio(same, ms.subjects + (k - 1) * ms.error),
          .one_k = ratio(own, ms.subjects),
          .two_k = ratio(same, ms.subjects + by_raters / n),
          .three_k = ratio(same, ms.subjects)};
}

}  // namespace runner::measure
