#include "runner/measure/health.hpp"

#include <doctest/doctest.h>

using namespace runner::measure;

namespace {
// `count` candidates; the first item is found by every second one, the second by who found the first.
Responses responses_of(int count) {
  Responses responses{.items = {{.id = "a", .position = 0}, {.id = "b", .position = 1}}, .rows = {}};
  for (int i = 0; i < count; ++i) {
    const signed char level = i % 2 == 0 ? 3 : 1;
    responses.rows.push_back({.levels = {level, level},
                              .coverage = i % 2 == 0 ? 0.85 : 0.15,
                              .minutes = i % 2 == 0 ? 50.0 : 30.0,
                              .extras = {}});
  }
  return responses;
}
}  // namespace

TEST_CASE("nothing but counts below 30 attempts, wide below 100") {
  const auto few = health(responses_of(29));
  CHECK(few.sample == Sample::counts_only);
  CHECK(few.items[0].seen == 29);
  CHECK(few.items[0].found == 15);
  CHECK(few.items[0].located == 14);
  CHECK_FALSE(few.items[0].difficulty.has_value());
  CHECK_FALSE(few.items[0].discrimination.value.has_value());
  CHECK_FALSE(few.reliability.alpha.has_value());
  CHECK_FALSE(few.time_effect.has_value());
  CHECK(health(responses_of(30)).sample == Sample::wide);
  CHECK(health(responses_of(99)).sample == Sample::wide);
  CHECK(health(responses_of(100)).sample == Sample::full);
}

TEST_CASE("figures of an exercise whose two items say the same") {
  const auto found = health(responses_of(40));
  CHECK(*found.items[0].difficulty == doctest::Approx(0.5));
  CHECK(*found.items[0].located_share == doctest::Approx(0.5));
  CHECK(*found.items[0].discrimination.value == doctest::Approx(1));
  CHECK(found.common_items == 2);
  CHECK(*found.reliability.alpha == doctest::Approx(1));
  CHECK(*found.time_effect == doctest::Approx(1));
  CHECK_FALSE(found.position_effect.has_value());  // two items make no line
  CHECK(found.alarm == Direction::none);
}

TEST_CASE("an empty bank is no reason to fail") {
  CHECK(health({}).attempts == 0);
  CHECK(health({}).items.empty());
}

TEST_CASE("an item that was not planted counts for nobody") {
  auto responses = responses_of(40);
  for (std::size_t i = 0; i < 10; ++i) responses.rows[i].levels[1] = not_planted;
  const auto found = health(responses);
  CHECK(found.items[1].seen == 30);
  CHECK(found.common_items == 1);
  CHECK_FALSE(found.reliability.alpha.has_value());
}

TEST_CASE("those with more time beside those without, and no mean of so few") {
  auto responses = responses_of(60);
  for (int i = 0; i < 20; ++i) responses.rows[static_cast<std::size_t>(i)].time_factor = 150;
  const auto found = health(responses);
  REQUIRE(found.time_groups.size() == 2);
  CHECK(found.time_groups[0].factor == 100);
  CHECK(found.time_groups[0].attempts == 40);
  CHECK(*found.time_groups[0].coverage == doctest::Approx(0.5));
  CHECK_FALSE(found.time_groups[1].coverage.has_value());
}

TEST_CASE("what many have seen is marked as exposed") {
  CHECK_FALSE(health(responses_of(199)).items[0].exposed);
  CHECK(health(responses_of(200)).items[0].exposed);
}
