#include "runner/measure/rater.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace runner::measure;

namespace {
std::vector<RatedPair> pairs_of(const std::vector<int>& rater, const std::vector<int>& reference) {
  std::vector<RatedPair> pairs;
  for (std::size_t i = 0; i < rater.size(); ++i) pairs.push_back({rater[i], reference[i]});
  return pairs;
}
const std::vector<int> truth{0, 1, 2, 3, 4, 0, 2, 3, 0, 1, 2, 4, 3, 0, 2, 2, 1, 0, 3, 4, 2, 3, 0, 1};
}  // namespace

TEST_CASE("the same levels: agreement 1, no bias, no spread") {
  const auto found = compare(pairs_of(truth, truth));
  CHECK(found.items == 24);
  for (const auto* each : {&found.agreement, &found.kappa, &found.linear, &found.quadratic, &found.alpha,
                           &found.icc, &found.pabak, &found.ac1})
    CHECK(*each->value == doctest::Approx(1));
  CHECK(*found.bias.value == doctest::Approx(0));
  CHECK(*found.spread.value == doctest::Approx(0));
  CHECK(*found.d_prime.value > 2.5);
}

TEST_CASE("a lenient rater: the bias has its sign and an interval, agreement sinks") {
  auto lenient = truth;
  for (auto& level : lenient) level = std::min(level + 1, 4);
  const auto found = compare(pairs_of(lenient, truth));
  CHECK(*found.bias.value > 0.8);
  REQUIRE(found.bias.interval.has_value());
  CHECK(found.bias.interval->low > 0.6);
  CHECK(found.bias.interval->high <= 1.0);
  CHECK(*found.kappa.value < 0.3);
  CHECK(*found.quadratic.value > *found.kappa.value);
  CHECK(*compare(pairs_of(truth, lenient)).bias.value == doctest::Approx(-*found.bias.value));
}

TEST_CASE("always one level: n/a where nothing was told apart, never 0 or 1") {
  const std::vector<int> same(24, 2);
  const auto found = compare(pairs_of(same, same));
  CHECK_FALSE(found.kappa.value.has_value());
  CHECK_FALSE(found.quadratic.value.has_value());
  CHECK_FALSE(found.alpha.value.has_value());
  CHECK_FALSE(found.icc.value.has_value());
  CHECK_FALSE(found.d_prime.value.has_value());
  CHECK(*found.agreement.value == doctest::Approx(1));
  CHECK(compare({}).items == 0);
  CHECK_FALSE(compare({}).bias.value.has_value());
}

TEST_CASE("d' of who sees half: the known value of signal detection") {
  // 7 of 10 signals seen, 2 of 8 others: 1.0622
  std::vector<RatedPair> pairs;
  for (int i = 0; i < 10; ++i) pairs.push_back({i < 7 ? 3 : 0, 3});
  for (int i = 0; i < 8; ++i) pairs.push_back({i < 2 ? 2 : 1, 1});
  CHECK(std::abs(*compare(pairs).d_prime.value - 1.0622) < 0.00005);
}

TEST_CASE("the middle level, the lower of two") {
  CHECK(median_level({4, 0, 2}) == 2);
  CHECK(median_level({3, 1}) == 1);
  CHECK_FALSE(median_level({}).has_value());
}

TEST_CASE("a panel with missing cells; ICC needs complete items") {
  constexpr std::nullopt_t gap = std::nullopt;
  const Ratings ratings{{0, 1, 2, 3, 4, gap}, {0, 1, 2, 3, 4, 1}, {0, 2, 2, 3, gap, 1}};
  const auto found = panel_agreement(ratings);
  CHECK(found.raters == 3);
  CHECK(found.items == 6);
  CHECK(*found.ordinal.value > 0.8);
  CHECK(found.ordinal.method == Method::jackknife);
  CHECK(*found.icc_one.value > 0.8);
  CHECK(panel_agreement({}).items == 0);
}

TEST_CASE("defects of one review hang together: the interval is that of the reviews") {
  // One review of six is misread as a whole.
  std::vector<RatedPair> pairs;
  for (int review = 0; review < 6; ++review)
    for (int defect = 0; defect < 10; ++defect) {
      const int level = defect % levels;
      pairs.push_back({.rater = review == 0 ? 4 - level : level, .reference = level, .review = review});
    }
  auto apart = pairs;
  for (auto& pair : apart) pair.review = -1;
  const auto by_review = compare(pairs), by_item = compare(apart);
  CHECK(*by_review.quadratic.value == doctest::Approx(*by_item.quadratic.value));
  CHECK(by_review.quadratic.method == Method::jackknife);
  CHECK(by_item.quadratic.method == Method::bootstrap);
  CHECK(by_review.quadratic.interval->low < by_item.quadratic.interval->low);
}
