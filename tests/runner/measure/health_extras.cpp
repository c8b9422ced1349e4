#include <doctest/doctest.h>

#include "runner/measure/health.hpp"

using namespace runner::measure;

namespace {
Response with(std::vector<Extra> extras) { return {.levels = {3, 0}, .extras = std::move(extras)}; }
}  // namespace

TEST_CASE("three candidates at one place are a cluster; the same one thrice, or another class, is not") {
  const Extra race{"race-condition", "app.py", 40};
  const Extra near_race{"race-condition", "app.py", 44};
  const Extra far_race{"race-condition", "app.py", 90};
  const Extra leak{"connection-leak", "app.py", 41};
  Responses responses{.items = {{.id = "a"}, {.id = "b"}}, .rows = {}};
  responses.rows = {with({race, race, race}), with({near_race, leak}), with({})};
  CHECK(clusters_of(responses).empty());
  responses.rows.push_back(with({race, far_race}));
  const auto found = clusters_of(responses);
  REQUIRE(found.size() == 1);
  CHECK(found[0].class_id == "race-condition");
  CHECK(found[0].first_line == 40);
  CHECK(found[0].last_line == 44);
  CHECK(found[0].attempts == 3);
}

TEST_CASE("findings that nobody has judged make a cluster, and say nothing of how many real ones there are") {
  const Extra told{"race-condition", "app.py", 40, false};
  Responses responses{.items = {{.id = "a"}}, .rows = {with({told}), with({told}), with({told})}};
  REQUIRE(clusters_of(responses).size() == 1);
  CHECK_FALSE(clusters_of(responses)[0].judged);
  CHECK_FALSE(unknown_in(responses).has_value());
  responses.rows.push_back(with({Extra{"race-condition", "app.py", 41}}));
  CHECK(clusters_of(responses)[0].judged);
  CHECK(unknown_in(responses).has_value());
}

TEST_CASE("what is still unknown: odd and even attempts as two captures, and Mills' seeding") {
  Responses responses{.items = {{.id = "a"}, {.id = "b"}}, .rows = {}};
  CHECK_FALSE(unknown_in(responses).has_value());
  const auto at = [](int line) { return Extra{"n-plus-one", "app.py", line}; };
  responses.rows = {with({at(10), at(50)}), with({at(10)}), with({at(90)}), with({at(50), at(200)})};
  const auto found = unknown_in(responses);
  REQUIRE(found.has_value());
  CHECK(found->capture.first == 3);   // 10, 50, 90
  CHECK(found->capture.second == 3);  // 10, 50, 200
  CHECK(found->capture.both == 2);
  CHECK(*found->population.lincoln_petersen == doctest::Approx(4.5));
  CHECK(*found->mills == doctest::Approx(6.0 / 4 / 0.5));  // 1.5 extras each, at half of what is there
}
