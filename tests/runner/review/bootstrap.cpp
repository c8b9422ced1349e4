#include "runner/review/bootstrap.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace runner::review;

TEST_CASE("splitmix64 throws its published first numbers") {
  Dice dice(1234567);
  CHECK(dice.next() == 6457827717110365317U);
  CHECK(dice.next() == 3203168211198807973U);
  CHECK(dice.next() == 9817491932198370423U);
}

TEST_CASE("every face comes up, none too often") {
  Dice dice(1);
  std::array<int, 7> seen{};
  for (int i = 0; i < 7000; ++i) ++seen.at(dice.below(7));
  for (const int count : seen) {
    CHECK(count > 880);
    CHECK(count < 1120);
  }
}

TEST_CASE("a weighted mean") {
  CHECK(weighted_mean({}) == 0);
  CHECK(weighted_mean({{1, 0}, {3, 1}}) == 0.75);
}

TEST_CASE("the interval is the same for the same seed, and holds the mean") {
  const std::vector<WeightedValue> sample{{5, 1}, {5, 0}, {3, 0.6}, {3, 0.85}, {5, 0.6}, {1, 0}, {3, 1}};
  const Interval once = bootstrap_interval(sample, 2000, 1);
  CHECK(once == bootstrap_interval(sample, 2000, 1));
  CHECK(once != bootstrap_interval(sample, 2000, 2));
  CHECK(once.low < weighted_mean(sample));
  CHECK(once.high > weighted_mean(sample));
  CHECK(once.low > 0.2);
  CHECK(once.high < 0.95);
}

TEST_CASE("where all are alike there is nothing to vary; where there is nothing, anything may be") {
  CHECK(bootstrap_interval({{1, 0.5}, {4, 0.5}}, 200, 1) == Interval{0.5, 0.5});
  CHECK(bootstrap_interval({}, 200, 1) == Interval{0, 1});
}
