#include "runner/measure/drift.hpp"

#include <doctest/doctest.h>

using namespace runner::measure;

TEST_CASE("a shift is seen, its direction too; steady values are not") {
  std::vector<double> values(20, 0.0);
  CHECK_FALSE(cusum(values, 0, 1).first_up.has_value());
  values.insert(values.end(), 20, -1.5);
  const auto down = cusum(values, 0, 1);
  CHECK(down.first_down == 25U);  // 1 a step above the slack: past 5 after the sixth
  CHECK_FALSE(down.first_up.has_value());
}

TEST_CASE("without a deviation there is no chart") { CHECK(cusum({1, 2}, 0, 0).up.empty()); }
