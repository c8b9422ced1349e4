#include <doctest/doctest.h>

#include <cmath>

#include "runner/measure/agreement.hpp"

using namespace runner::measure;

namespace {
bool near(std::optional<double> found, double expected) {
  return found && std::abs(*found - expected) < 0.00005;
}
}  // namespace

TEST_CASE("the six intraclass correlations of Shrout & Fleiss's table") {
  const Icc found = intraclass_correlation(
      {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}});
  CHECK(near(found.one_1, 0.1657));
  CHECK(near(found.two_1, 0.2898));
  CHECK(near(found.three_1, 0.7148));
  CHECK(near(found.one_k, 0.4428));
  CHECK(near(found.two_k, 0.6201));
  CHECK(near(found.three_k, 0.9093));
}

TEST_CASE("a constant shift between raters matters to agreement, not to consistency") {
  const Icc found = intraclass_correlation({{1, 3}, {2, 4}, {3, 5}});
  CHECK(near(found.three_1, 1));
  CHECK(*found.two_1 < 0.5);
}

TEST_CASE("without variance or with too few, n/a") {
  for (const std::vector<std::vector<double>>& table :
       {std::vector<std::vector<double>>{}, {{1, 2}}, {{1}, {2}}, {{3, 3}, {3, 3}}}) {
    CHECK_FALSE(intraclass_correlation(table).one_1.has_value());
    CHECK_FALSE(intraclass_correlation(table).two_k.has_value());
    CHECK_FALSE(intraclass_correlation(table).three_1.has_value());
  }
}
