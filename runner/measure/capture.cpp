#include "runner/measure/capture.hpp"

#include <algorithm>
#include <cmath>

namespace runner::measure {

Population population(const Capture& capture) {
  const double n1 = capture.first;
  const double n2 = capture.second;
  const double m = capture.both;
  Population result;
  if (capture.both > 0) result.lincoln_petersen = n1 * n2 / m;
  result.chapman = (n1 + 1) * (n2 + 1) / (m + 1) - 1;
  result.standard_error =
      std::sqrt((n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) * (m + 1) * (m + 2)));
  const double reach = review::normal_quantile(0.975) * result.standard_error;
  const double found = n1 + n2 - m;
  result.interval = {std::max(found, result.chapman - reach), std::max(found, result.chapman + reach)};
  return result;
}

std::optional<double> mills_indigenous(double seeded, double seeded_found, double indigenous_found) {
  if (seeded_found <= 0) return std::nullopt;
  return seeded * indigenous_found / seeded_found;
}

}  // namespace runner::measure
