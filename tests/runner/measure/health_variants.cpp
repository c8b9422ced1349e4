#include <doctest/doctest.h>

#include "runner/measure/health.hpp"

using namespace runner::measure;

TEST_CASE("variants are equated by what they have in common") {
  // Item 0 is common. The second variant's candidates are better on it (0.8 against 0.5), and their own item
  // is as often found as the others': so it is the harder one.
  Responses responses{.items = {{.id = "common"}, {.id = "one"}, {.id = "two"}}, .rows = {}};
  const auto add = [&](int count, int common_hits, int own_hits, bool second) {
    for (int i = 0; i < count; ++i) {
      const signed char own = i < own_hits ? 3 : 0;
      const signed char common = i < common_hits ? 3 : 0;
      responses.rows.push_back(
          {.levels = {common, second ? not_planted : own, second ? own : not_planted}, .extras = {}});
    }
  };
  add(40, 20, 20, false);
  add(30, 24, 15, true);
  const auto found = variants_of(responses);
  REQUIRE(found.size() == 2);
  CHECK(found[0].planted == std::vector<std::string>{"common", "one"});
  CHECK(found[0].mean == doctest::Approx(0.5));
  CHECK(*found[0].equated == doctest::Approx(0.5));
  CHECK(found[1].mean == doctest::Approx(0.65));
  CHECK(*found[1].ability == doctest::Approx(0.3));
  CHECK(*found[1].equated == doctest::Approx(0.35));
}

TEST_CASE("few attempts, or nothing in common: not equated") {
  Responses responses{.items = {{.id = "one"}, {.id = "two"}}, .rows = {}};
  for (int i = 0; i < 41; ++i) responses.rows.push_back({.levels = {3, not_planted}, .extras = {}});
  for (int i = 0; i < 40; ++i) responses.rows.push_back({.levels = {not_planted, 3}, .extras = {}});
  for (const auto& variant : variants_of(responses))
    CHECK((variant.planted[0] == "one") == variant.equated.has_value());
}
