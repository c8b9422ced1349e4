#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "runner/exercise/plant.hpp"

using namespace runner::exercise;

namespace {

Exercise with_defects(std::initializer_list<const char*> ids, int at_least, int at_most) {
  Exercise exercise;
  for (const auto* id : ids) exercise.defects.push_back({.id = id});
  exercise.plant = {.at_least = at_least, .at_most = at_most, .always = {}};
  return exercise;
}

using Ids = std::vector<std::string>;

}  // namespace

// Written down once: a change of these is a change of every key that was ever given to a candidate.
TEST_CASE("choose: the same seed gives the same choice on every machine") {
  const auto exercise = with_defects({"a", "b", "c", "d", "e", "f", "g", "h"}, 3, 5);
  struct Row {
    std::uint64_t seed;
    Ids chosen;
  };
  const Row rows[] = {
      {0u, {"a", "b", "d", "f"}},
      {1u, {"a", "c", "d", "e", "g"}},
      {2u, {"b", "d", "f", "h"}},
      {42u, {"b", "c", "e", "h"}},
      {20261122u, {"c", "d", "f", "g", "h"}},
      {18446744073709551615u, {"c", "d", "e", "f", "h"}},
  };
  for (const auto& row : rows) CHECK(choose(exercise, row.seed) == row.chosen);
}

TEST_CASE("choose: the count is within bounds, each about as often, and so is each defect") {
  const auto exercise = with_defects({"a", "b", "c", "d", "e", "f"}, 2, 4);
  std::map<std::size_t, int> counts;
  std::map<std::string, int> uses;
  for (std::uint64_t seed = 0; seed < 6000; ++seed) {
    const auto ids = choose(exercise, seed);
    CHECK(std::is_sorted(ids.begin(), ids.end()));
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    ++counts[ids.size()];
    for (const auto& id : ids) ++uses[id];
  }
  CHECK(counts.size() == 3);
  for (const auto& [size, count] : counts)
    CHECK((size >= 2 && size <= 4 && count > 1880 && count < 2120));  // 3.3 sigma
  for (const auto& [id, count] : uses) CHECK((count > 2870 && count < 3130));
}

TEST_CASE("choose: what is always planted always is, even beyond the drawn number") {
  auto exercise = with_defects({"a", "b", "c", "d"}, 1, 3);
  exercise.plant.always = {"d", "b"};
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const auto ids = choose(exercise, seed);
    CHECK(std::find(ids.begin(), ids.end(), "b") != ids.end());
    CHECK(std::find(ids.begin(), ids.end(), "d") != ids.end());
    CHECK((ids.size() == 2 || ids.size() == 3));
  }
}

TEST_CASE("choose: an excluded pair never stands together, whichever of the two names the other") {
  auto exercise = with_defects({"a", "b", "c", "d"}, 3, 3);
  exercise.defects[0].excludes = {"b"};
  exercise.defects[3].excludes = {"c"};
  exercise.plant.at_least = exercise.plant.at_most = 2;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const auto ids = choose(exercise, seed);
    CHECK(ids.size() == 2);
    CHECK(ids != Ids{"a", "b"});
    CHECK(ids != Ids{"c", "d"});
  }
  CHECK(excluded(exercise.defects[0], exercise.defects[1]));
  CHECK(excluded(exercise.defects[1], exercise.defects[0]));
  CHECK_FALSE(excluded(exercise.defects[0], exercise.defects[2]));
}

TEST_CASE("choose: the number is kept where a greedy draw would miss it") {
  // "hub" excludes all others: taken first it would stand alone.
  auto exercise = with_defects({"a", "b", "c", "hub"}, 3, 3);
  exercise.defects[3].excludes = {"a", "b", "c"};
  for (std::uint64_t seed = 0; seed < 100; ++seed) CHECK(choose(exercise, seed) == Ids{"a", "b", "c"});
}

TEST_CASE("choose: exclusions written to exhaust the search do not") {
  Exercise exercise;
  for (int i = 0; i < 60; ++i) {
    PlantedDefect defect;
    defect.id = std::string(1, static_cast<char>('a' + i / 26)) + static_cast<char>('a' + i % 26);
    if (i % 2 == 1) defect.excludes = {exercise.defects.back().id};
    exercise.defects.push_back(defect);
  }
  exercise.plant = {.at_least = 31, .at_most = 31, .always = {}};
  CHECK(choose(exercise, 1).size() <= 30);
}
