#include "runner/measure/distribution.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace runner::measure {
namespace {

constexpr double tiny = 1e-300;

// The modified method of Lentz (Thompson & Barnett 1986) for 1 / (1 + d1 / (1 + d2 / (1 + …))).
struct Fraction {
  double value, above, below;
  explicit Fraction(double first) : above(1), below(1 / away(1 + first)) { value = below; }
  static double away(double x) { return std::abs(x) < tiny ? tiny : x; }
  double step(double term) {
    below = 1 / away(1 + term * below);
    above = away(1 + term / above);
    value *= below * above;
    return std::abs(below * above - 1);
  }
};

// A&S 26.5.8; converges quickly for x < (a + 1) / (a + b + 2).
double beta_fraction(double x, double a, double b) {
  Fraction fraction(-(a + b) * x / (a + 1));
  double moved = 1;
  for (int m = 1; m < 1000 && moved > 1e-16; ++m) {
    const double k = m;
    fraction.step(k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k)));
    moved = fraction.step(-(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1)));
  }
  return fraction.value;
}

// lgamma writes a global sign; one thread at a time asks here, and the sign is never read.
double log_gamma(double x) { return std::lgamma(x); }

double incomplete_beta(double x, double a, double b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double front =
      std::exp(log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * std::log(x) + b * std::log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
  return 1 - front * beta_fraction(1 - x, b, a) / b;
}

double upper_tail(double t, double freedom) {
  return incomplete_beta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
}

double log_choose(int n, int k) { return log_gamma(n + 1.0) - log_gamma(k + 1.0) - log_gamma(n - k + 1.0); }

}  // namespace

double student_quantile(double p, double freedom) {
  assert(p > 0 && p < 1 && freedom > 0);
  if (p < 0.5) return -student_quantile(1 - p, freedom);
  double low = 0;
  double high = 1;
  while (upper_tail(high, freedom) > 1 - p && high < 1e12) high *= 2;
  for (int i = 0; i < 200 && high - low > 1e-12 * (1 + low); ++i) {
    const double middle = (low + high) / 2;
    (upper_tail(middle, freedom) > 1 - p ? low : high) = middle;
  }
  return (low + high) / 2;
}

double fisher_two_sided(const Fourfold& table) {
  const int first = table.first_with + table.first_without;
  const int second = table.second_with + table.second_without;
  const int with = table.first_with + table.second_with;
  if (first == 0 || second == 0 || with == 0 || with == first + second) return 1;
  const double all = log_choose(first + second, with);
  const auto chance = [&](int in_first) {
    return std::exp(log_choose(first, in_first) + log_choose(second, with - in_first) - all);
  };
  const double seen = chance(table.first_with) * (1 + 1e-7);  // as likely, but for rounding
  double sum = 0;
  for (int in_first = std::max(0, with - second); in_first <= std::min(first, with); ++in_first)
    if (const double each = chance(in_first); each <= seen) sum += each;
  return std::min(sum, 1.0);
}

}  // namespace runner::measure
