// The health of one exercise made by hand: an item for each thing that can be said of one.
#pragma once

#include "runner/session/health_values.hpp"

namespace runner::report {

inline measure::ItemHealth item_health(const std::string& id, int seen, double difficulty) {
  measure::ItemHealth item;
  item.info = {.id = id, .position = 1};
  item.seen = seen;
  item.found = static_cast<int>(seen * difficulty);
  item.located = 2;
  item.sample = measure::sample_of(seen);
  if (item.sample == measure::Sample::counts_only) return item;
  item.difficulty = difficulty;
  item.difficulty_interval = review::wilson(item.found, seen);
  item.discrimination = {.value = 0.3, .interval = measure::Interval{0.1, 0.5}};
  item.located_share = 0.1;
  item.drift = 1.5;
  return item;
}

inline session::HealthReport health_sample() {
  measure::ExerciseHealth health;
  health.attempts = 250;
  health.sample = measure::Sample::full;
  health.items = {item_health("steady", 250, 0.5),   item_health("leaked", 100, 0.6),
                  item_health("easy", 100, 0.99),    item_health("hard", 100, 0.01),
                  item_health("misleads", 100, 0.5), item_health("wordless", 100, 0.4),
                  item_health("seldom", 12, 0.5)};
  health.items[0].exposed = true;
  health.items[1].alarm = measure::Direction::up;
  health.items[1].alarm_at = 41;
  health.items[4].discrimination = {.value = -0.4, .interval = measure::Interval{-0.6, -0.2}};
  health.items[5].located_share = 0.45;
  health.common_items = 4;
  health.reliability = {.alpha = 0.71, .standard_error = 0.9};
  health.position_effect = -0.2;
  health.time_groups = {{.factor = 100, .attempts = 240, .coverage = 0.5},
                        {.factor = 150, .attempts = 10, .coverage = {}}};
  health.clusters = {
      {.class_id = "missing-timeout", .path = "app/x.py", .first_line = 3, .last_line = 5, .attempts = 4}};
  health.variants = {
      {.planted = {"steady", "leaked"}, .attempts = 200, .mean = 0.5, .ability = 0, .equated = 0.5},
      {.planted = {"steady", "easy"}, .attempts = 20, .mean = {}, .ability = {}, .equated = {}}};
  health.unknown = measure::Unknown{.capture = {.first = 6, .second = 5, .both = 3},
                                    .population = measure::population({.first = 6, .second = 5, .both = 3}),
                                    .mills = 10};
  return {.exercises = {{.exercise = "order-search", .version = "3", .health = health}}, .not_scored = 2};
}

// The same exercise after a few attempts.
inline session::HealthReport few_sample() {
  measure::ExerciseHealth health;
  health.attempts = 12;
  health.items = {item_health("seldom", 12, 0.5)};
  health.variants = {{.planted = {"seldom"}, .attempts = 12, .mean = {}, .ability = {}, .equated = {}}};
  return {.exercises = {{.exercise = "order-search", .version = "3", .health = health}}};
}

}  // namespace runner::report
