#include "runner/measure/fairness.hpp"

#include <doctest/doctest.h>

using namespace runner::measure;

TEST_CASE("a group too small to conclude from is marked and does not set the measure") {
  const auto found = impact({{.name = "a", .total = 100, .selected = 50},
                             {.name = "b", .total = 2, .selected = 2},
                             {.name = "c", .total = 60, .selected = 24}});
  CHECK(found.reference == "a");
  CHECK(found.groups[1].few);
  CHECK_FALSE(found.groups[0].p.has_value());
  CHECK(*found.groups[2].ratio == doctest::Approx(0.8));
  CHECK_FALSE(found.groups[2].under_four_fifths);  // four fifths exactly is not less
  CHECK(*found.groups[2].p > 0.2);
}

TEST_CASE("nobody selected, nobody there: no ratio") {
  const auto none =
      impact({{.name = "a", .total = 40, .selected = 0}, {.name = "b", .total = 0, .selected = 0}});
  CHECK_FALSE(none.groups[0].ratio.has_value());
  CHECK_FALSE(none.groups[1].ratio.has_value());
  CHECK(impact({}).groups.empty());
}
