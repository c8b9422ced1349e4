#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include "runner/review/score.hpp"

using namespace runner::review;

TEST_CASE("d' and c: the known values") {
  struct Row {
    int hits, signals, false_alarms, noises;
    double d_prime, criterion;
  };
  const std::vector<Row> rows{
      {7, 10, 2, 8, 1.0622, 0.0583}, {10, 10, 0, 8, 3.2838, -0.0487}, {3, 10, 0, 8, 1.1204, 1.0330}};
  for (const Row& row : rows) {
    CAPTURE(row.hits);
    const SignalDetection found = signal_detection(row.hits, row.signals, row.false_alarms, row.noises);
    CHECK(std::abs(found.d_prime - row.d_prime) < 0.00005);
    CHECK(std::abs(found.criterion - row.criterion) < 0.00005);
  }
}

TEST_CASE("the rates are corrected so that no rate is 0 or 1") {
  const SignalDetection none = signal_detection(0, 0, 0, 0);
  CHECK(none.hit_rate == 0.5);
  CHECK(none.d_prime == 0);
  CHECK(signal_detection(7, 10, 2, 8).hit_rate == doctest::Approx(7.5 / 11));
}

TEST_CASE("F-beta") {
  struct Row {
    double precision, recall, beta, expected;
  };
  const std::vector<Row> rows{{0.5, 0.7, 1, 0.5833}, {0.5, 0.7, 2, 0.6481}, {0.5, 0.7, 0.5, 0.5303},
                              {1, 1, 2, 1},          {0, 0, 2, 0},          {0, 1, 2, 0}};
  for (const Row& row : rows)
    CHECK(std::abs(f_beta(row.precision, row.recall, row.beta) - row.expected) < 0.00005);
}

TEST_CASE("Wilson's interval") {
  struct Row {
    int successes, trials;
    double low, high;
  };
  const std::vector<Row> rows{{7, 10, 0.3968, 0.8922}, {0, 10, 0, 0.2775}, {10, 10, 0.7225, 1}, {0, 0, 0, 1}};
  for (const Row& row : rows) {
    CAPTURE(row.successes);
    const Interval found = wilson(row.successes, row.trials);
    CHECK(std::abs(found.low - row.low) < 0.00005);
    CHECK(std::abs(found.high - row.high) < 0.00005);
  }
  CHECK(wilson(0, 10).low == 0);
  CHECK(wilson(10, 10).high == 1);
}

TEST_CASE("normal quantiles, to 1e-9") {
  struct Row {
    double p, z;
  };
  const std::vector<Row> rows{{0.5, 0},
                              {0.975, 1.959963984540054},
                              {0.995, 2.575829303548901},
                              {0.9, 1.2815515655446004},
                              {0.75, 0.6744897501960817},
                              {0.6, 0.2533471031357997},
                              {0.001, -3.090232306167813},
                              {1e-6, -4.753424308822899},
                              {1e-15, -7.941345326170997}};
  for (const Row& row : rows) {
    CAPTURE(row.p);
    CHECK(std::abs(normal_quantile(row.p) - row.z) < 1e-9);
  }
  for (double p = 0.0005; p < 1; p += 0.0005)  // and back again
    CHECK(std::abs(std::erfc(-normal_quantile(p) / std::sqrt(2.0)) / 2 - p) < 1e-12);
}

TEST_CASE("no weight passes the cap, and the rest keep their proportions") {
  struct Row {
    std::vector<double> weights;
    double cap;
    std::vector<double> shares;
  };
  const std::vector<Row> rows{
      {{}, 0.3, {}},
      {{4}, 0.3, {1}},
      {{5, 1, 1}, 0.3, {1 / 3., 1 / 3., 1 / 3.}},  // too few for the cap: as equal as it gets
      {{1, 1, 1, 1}, 0.3, {0.25, 0.25, 0.25, 0.25}},
      {{5, 1, 1, 1}, 0.3, {0.3, 0.7 / 3, 0.7 / 3, 0.7 / 3}},
      {{10, 6, 2, 1, 1}, 0.3, {0.3, 0.3, 0.2, 0.1, 0.1}},  // the second passes it once the first is held
      {{5, 3, 3, 3, 1, 5}, 0.3, {0.25, 0.15, 0.15, 0.15, 0.05, 0.25}}};
  for (const Row& row : rows) {
    const std::vector<double> shares = capped_weights(row.weights, row.cap);
    REQUIRE(shares.size() == row.shares.size());
    for (std::size_t i = 0; i < shares.size(); ++i) CHECK(shares[i] == doctest::Approx(row.shares[i]));
    if (!shares.empty()) CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == doctest::Approx(1));
  }
}
