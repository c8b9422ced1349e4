#include "runner/measure/distribution.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace runner::measure;

TEST_CASE("Student's t is symmetric, and normal with many degrees of freedom") {
  CHECK(student_quantile(0.5, 7) == doctest::Approx(0));
  CHECK(student_quantile(0.9, 3) == doctest::Approx(-student_quantile(0.1, 3)));
  CHECK(std::abs(student_quantile(0.975, 1e6) - 1.95996) < 1e-4);
}

TEST_CASE("Fisher's test: an empty margin says nothing, and the order of groups does not matter") {
  CHECK(fisher_two_sided({0, 0, 3, 4}) == doctest::Approx(1));
  CHECK(fisher_two_sided({0, 5, 0, 9}) == doctest::Approx(1));
  CHECK(fisher_two_sided({5, 0, 9, 0}) == doctest::Approx(1));
  CHECK(fisher_two_sided({2, 15, 10, 3}) == doctest::Approx(fisher_two_sided({10, 3, 2, 15})));
  CHECK(fisher_two_sided({10, 10, 10, 10}) == doctest::Approx(1));
  CHECK(fisher_two_sided({900, 100, 800, 200}) < 1e-9);
}
