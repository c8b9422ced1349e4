#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "runner/review/score.hpp"

namespace runner::review {
namespace {

// Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.2.23: z > 0 with upper tail q, off by at
// most 4.5e-4. It is where the refinement starts.
double rough_upper_quantile(double q) {
  const double t = std::sqrt(-2 * std::log(q));
  return t -
         (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

// Halley's step on the upper tail: cubic, so two of them reach the accuracy of erfc.
double refined(double z, double q) {
  const double excess = q - std::erfc(z / std::numbers::sqrt2) / 2;
  const double step = excess * std::sqrt(2 * std::numbers::pi) * std::exp(z * z / 2);
  return z - step / (1 + z * step / 2);
}

double corrected_rate(int hits, int trials) { return (hits + 0.5) / (trials + 1.0); }

}  // namespace

double normal_quantile(double p) {
  assert(p > 0 && p < 1);
  if (p > 0.5) return -normal_quantile(1 - p);
  if (p == 0.5) return 0;
  double z = rough_upper_quantile(p);
  for (int i = 0; i < 3; ++i) z = refined(z, p);
  return -z;
}

double f_beta(double precision, double recall, double beta) {
  const double square = beta * beta;
  const double below = square * precision + recall;
  return below > 0 ? (1 + square) * precision * recall / below : 0;
}

SignalDetection signal_detection(int hits, int signals, int false_alarms, int noises) {
  SignalDetection result{.hit_rate = corrected_rate(hits, signals),
                         .false_alarm_rate = corrected_rate(false_alarms, noises)};
  const double hit = normal_quantile(result.hit_rate);
  const double alarm = normal_quantile(result.false_alarm_rate);
  result.d_prime = hit - alarm;
  result.criterion = -(hit + alarm) / 2;
  return result;
}

Interval wilson(int successes, int trials) {
  if (trials <= 0) return {0, 1};
  const double z = normal_quantile(0.975);
  const double n = trials;
  const double p = successes / n;
  const double centre = p + z * z / (2 * n);
  const double reach = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  // At the ends the bound is exact; the subtraction would leave a trace of rounding.
  return {.low = successes == 0 ? 0 : (centre - reach) / scale,
          .high = successes == trials ? 1 : (centre + reach) / scale};
}

// Whoever is above the cap is held at it, and what is left is shared by the others in proportion, until
// nobody is.
std::vector<double> capped_weights(std::vector<double> weights, double largest_share) {
  const auto count = static_cast<double>(weights.size());
  if (weights.empty()) return weights;
  assert(std::ranges::all_of(weights, [](double weight) { return weight > 0; }));
  if (count * largest_share <= 1) return std::vector<double>(weights.size(), 1 / count);
  std::vector<bool> held(weights.size(), false);
  for (bool moved = true; moved;) {
    moved = false;
    double free_share = 1;
    double free_weight = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (held[i])
        free_share -= largest_share;
      else
        free_weight += weights[i];
    }
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (held[i] || weights[i] / free_weight * free_share <= largest_share) continue;
      held[i] = moved = true;
    }
    if (moved) continue;
    for (std::size_t i = 0; i < weights.size(); ++i)
      weights[i] = held[i] ? largest_share : weights[i] / free_weight * free_share;
  }
  return weights;
}

}  // namespace runner::review
