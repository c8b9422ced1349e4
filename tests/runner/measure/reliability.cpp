#include "runner/measure/reliability.hpp"

#include <doctest/doctest.h>

using namespace runner::measure;

TEST_CASE("items that are copies of one another measure without error") {
  const auto found = reliability({{1, 1}, {0, 0}, {1, 1}});
  CHECK(*found.alpha == doctest::Approx(1));
  CHECK(*found.standard_error == doctest::Approx(0));
}

TEST_CASE("items that contradict each other: the error is all of the spread, never more") {
  const auto found = reliability({{1, 0, 0}, {0, 1, 0}, {0, 1, 1}, {1, 0, 1}, {1, 0, 0}});
  CHECK(*found.alpha < 0);
  CHECK(*found.standard_error == doctest::Approx(0.547722558));  // the deviation of 1 1 2 2 1
}

TEST_CASE("without variance or with too few, n/a") {
  for (const Scores& scores : {Scores{}, Scores{{1, 0}}, Scores{{1}, {0}}, Scores{{1, 0}, {0, 1}}})
    CHECK_FALSE(reliability(scores).alpha.has_value());
  const auto items = corrected_item_total({{1, 0, 1}, {1, 1, 0}, {1, 0, 0}});
  REQUIRE(items.size() == 3);
  CHECK_FALSE(items[0].has_value());  // everybody found it
  CHECK(items[1].has_value());
  CHECK_FALSE(correlation({1}, {2}).has_value());
  CHECK_FALSE(correlation({1, 2}, {3, 3}).has_value());
}
