// Logistic regression with a ridge, by Newton's method: small, deterministic, nothing drawn by lot.
#pragma once

#include <vector>

namespace bench {

using Row = std::vector<double>;

struct Sample {
  Row row;
  bool same = false;
};

// logit = start + sum of weight x value. Columns are scaled to a standard deviation of 1 while fitting, and
// `ridge` is the penalty on the square of each scaled weight; `start` goes free.
struct Fit {
  double start = 0;
  Row weight;
};
[[nodiscard]] Fit fit(const std::vector<const Sample*>& samples, double ridge);
[[nodiscard]] double logit(const Fit& fit, const Row& row);

}  // namespace bench
