#include "runner/measure/capture.hpp"

#include <doctest/doctest.h>

using namespace runner::measure;

TEST_CASE("nothing in common: Petersen has no answer, Chapman a large one") {
  const auto found = population({.first = 4, .second = 3, .both = 0});
  CHECK_FALSE(found.lincoln_petersen.has_value());
  CHECK(found.chapman == doctest::Approx(19));
  CHECK(found.interval.low == doctest::Approx(7));  // what was found is there
}

TEST_CASE("both found the same: there is no more") {
  const auto found = population({.first = 5, .second = 5, .both = 5});
  CHECK(found.chapman == doctest::Approx(5));
  CHECK(found.standard_error == doctest::Approx(0));
}
