#include "runner/measure/resample.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace runner::measure;

namespace {
const std::vector<double> values{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4};
std::optional<double> mean_of(const std::vector<std::size_t>& items) {
  double sum = 0;
  for (const auto i : items) sum += values[i];
  return sum / static_cast<double>(items.size());
}
constexpr Interval anywhere{-100, 100};
}  // namespace

TEST_CASE("the same seed gives the same interval, another seed another") {
  const auto once = estimate(values.size(), mean_of, {.seed = 7}, anywhere);
  CHECK(once.method == Method::bootstrap);
  CHECK(once.interval == estimate(values.size(), mean_of, {.seed = 7}, anywhere).interval);
  CHECK(once.interval != estimate(values.size(), mean_of, {.seed = 8}, anywhere).interval);
}

TEST_CASE("few items: the jackknife, which for a mean is Student's interval") {
  const auto found = estimate(5, mean_of, {}, anywhere);  // 3 1 4 1 5: mean 2.8, s = 1.789
  CHECK(found.method == Method::jackknife);
  REQUIRE(found.interval.has_value());
  CHECK(std::abs(found.interval->high - (2.8 + 2.776445 * 1.788854 / std::sqrt(5.0))) < 1e-4);
}

TEST_CASE("an interval stays within what the statistic can reach") {
  const auto found = estimate(3, mean_of, {}, {0, 4});
  CHECK(found.interval == Interval{0, 4});
}

TEST_CASE("without variance there is a value and no interval, or neither") {
  const auto never = [](const std::vector<std::size_t>&) { return std::optional<double>(); };
  CHECK_FALSE(estimate(30, never, {}).value.has_value());
  CHECK(estimate(30, never, {}).method == Method::none);
  CHECK_FALSE(estimate(0, mean_of, {}).value.has_value());
  CHECK_FALSE(estimate(1, mean_of, {}, anywhere).interval.has_value());
  // with all items it has a value, in most samples not: no interval is claimed
  const auto seldom = [](const std::vector<std::size_t>& items) {
    for (std::size_t i = 0; i < items.size(); ++i)
      if (items[i] != i) return std::optional<double>();
    return std::optional<double>(1);
  };
  CHECK(estimate(30, seldom, {}).value == 1.0);
  CHECK_FALSE(estimate(30, seldom, {}).interval.has_value());
}

TEST_CASE("clusters: equal within, an item counts no more than its cluster does") {
  // Each value four times over, in clusters of four: as certain as the clusters, not as the items.
  std::vector<std::vector<std::size_t>> clusters(values.size());
  for (std::size_t i = 0; i < 4 * values.size(); ++i) clusters[i / 4].push_back(i);
  const auto mean_of_four = [](const std::vector<std::size_t>& items) {
    double sum = 0;
    for (const auto i : items) sum += values[i / 4];
    return std::optional(sum / static_cast<double>(items.size()));
  };
  const auto apart = estimate(values.size(), mean_of, {}, anywhere);
  const auto together = estimate_clustered(clusters, mean_of_four, {}, anywhere);
  CHECK(*together.value == doctest::Approx(*apart.value));
  CHECK(together.interval == apart.interval);
  const auto pretended = estimate(4 * values.size(), mean_of_four, {}, anywhere);
  const auto width = [](const Estimate& found) { return found.interval->high - found.interval->low; };
  CHECK(width(pretended) < 0.6 * width(together));
}

TEST_CASE("few clusters: the jackknife leaves out whole ones") {
  const auto found = estimate_clustered(
      {{0, 1, 2, 3, 4, 5, 6, 7}, {8, 9, 10, 11, 12, 13, 14, 15}, {16, 17, 18}}, mean_of, {}, anywhere);
  CHECK(found.method == Method::jackknife);
  REQUIRE(found.interval.has_value());
  CHECK(*found.value == doctest::Approx(93.0 / 19));
}
