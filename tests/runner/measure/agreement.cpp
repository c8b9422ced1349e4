#include "runner/measure/agreement.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace runner::measure;

namespace {
bool near(std::optional<double> found, double expected) {
  return found && std::abs(*found - expected) < 0.00005;
}
const Confusion four_by_four{{11, 3, 1, 0}, {2, 9, 4, 0}, {0, 2, 8, 3}, {0, 1, 2, 14}};
}  // namespace

TEST_CASE("Cohen's kappa: the known values") {
  const Kappa found = cohen_kappa({{20, 5}, {10, 15}});
  CHECK(found.items == 50);
  CHECK(near(found.kappa, 0.4000));
  CHECK(found.agreement == doctest::Approx(0.7));
  CHECK(found.by_chance == doctest::Approx(0.5));
  CHECK(near(found.pabak, 0.4));
  CHECK(near(found.prevalence_index, 0.1));
  CHECK(found.prevalence == std::vector<double>{0.55, 0.45});
  CHECK(near(found.ac1, (0.7 - 0.495) / 0.505));
  CHECK(near(cohen_kappa(four_by_four).kappa, 0.5994));
}

TEST_CASE("a rare category sinks kappa and leaves PABAK and AC1") {
  const Kappa found = cohen_kappa({{118, 5}, {2, 0}});  // a table of Feinstein & Cicchetti's kind
  CHECK(found.agreement == doctest::Approx(0.944));
  CHECK(*found.kappa < 0);
  CHECK(near(found.pabak, 0.888));
  CHECK(*found.ac1 > 0.93);
}

TEST_CASE("weighted kappa: the known values") {
  CHECK(near(weighted_kappa(four_by_four, Weighting::linear), 0.7364));
  CHECK(near(weighted_kappa(four_by_four, Weighting::quadratic), 0.8438));
}

TEST_CASE("with two categories the weights change nothing") {
  const Confusion table{{20, 5}, {10, 15}};
  CHECK(near(weighted_kappa(table, Weighting::linear), 0.4));
  CHECK(near(weighted_kappa(table, Weighting::quadratic), 0.4));
}

TEST_CASE("without variance, n/a") {
  for (const Confusion& table : {Confusion{}, Confusion{{0, 0}, {0, 0}}, Confusion{{9, 0}, {0, 0}}}) {
    CHECK_FALSE(cohen_kappa(table).kappa.has_value());
    CHECK_FALSE(cohen_kappa(table).ac1.has_value());
    CHECK_FALSE(weighted_kappa(table, Weighting::linear).has_value());
  }
}

TEST_CASE("pairs of ratings are counted into the table") {
  CHECK(confusion({0, 1, 1, 2}, {0, 1, 2, 2}, 3) == Confusion{{1, 0, 0}, {0, 1, 1}, {0, 0, 1}});
}
