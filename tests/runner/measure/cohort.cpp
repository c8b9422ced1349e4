// What is put into simulated people comes back out of the statistics.
#include "runner/measure/cohort.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "runner/measure/health.hpp"
#include "runner/measure/rater.hpp"

using namespace runner::measure;

namespace {

std::vector<int> truth_of(int count, std::uint64_t seed) {
  runner::review::Dice dice(seed);
  std::vector<int> truth;
  for (int i = 0; i < count; ++i) truth.push_back(static_cast<int>(1 + dice.below(3)));  // room at both ends
  return truth;
}

std::vector<RatedPair> against(const std::vector<int>& rater, const std::vector<int>& reference) {
  std::vector<RatedPair> pairs;
  for (std::size_t i = 0; i < rater.size(); ++i) pairs.push_back({rater[i], reference[i]});
  return pairs;
}

Responses responses_of(const std::vector<std::vector<int>>& levels) {
  Responses responses;
  for (std::size_t item = 0; item < levels.front().size(); ++item)
    responses.items.push_back({.id = std::to_string(item)});
  for (const auto& row : levels) {
    Response response;
    int found = 0;
    for (const int level : row) {
      response.levels.push_back(static_cast<signed char>(level));
      found += level >= 2 ? 1 : 0;
    }
    response.coverage = static_cast<double>(found) / static_cast<double>(row.size());
    responses.rows.push_back(std::move(response));
  }
  return responses;
}

}  // namespace

TEST_CASE("the same seed makes the same people") {
  const std::vector<SimulatedItem> items(3);
  CHECK(simulate_candidates({.candidates = 50}, items, 5) ==
        simulate_candidates({.candidates = 50}, items, 5));
  CHECK(simulate_candidates({.candidates = 50}, items, 5) !=
        simulate_candidates({.candidates = 50}, items, 6));
}

TEST_CASE("the normal numbers have mean 0 and deviation 1") {
  runner::review::Dice dice(1);
  std::vector<double> values;
  for (int i = 0; i < 20000; ++i) values.push_back(normal(dice));
  CHECK(std::abs(mean(values)) < 0.02);
  CHECK(std::abs(*variance(values) - 1) < 0.03);
}

TEST_CASE("raters' harshness and noise come back, and the interval holds the truth") {
  const auto truth = truth_of(2000, 11);
  const std::vector<SimulatedRater> raters{
      {.bias = 0, .noise = 0.3}, {.bias = 0.5, .noise = 0.5}, {.bias = -0.4, .noise = 0.6}};
  const auto ratings = simulate_ratings(truth, raters, 12);
  const Resampling how{.draws = 200};
  for (std::size_t i = 0; i < raters.size(); ++i) {
    const auto found = compare(against(ratings[i], truth), how);
    CHECK(std::abs(*found.bias.value - raters[i].bias) < 0.06);
    // rounding adds a twelfth of a level squared
    CHECK(std::abs(*found.spread.value - std::sqrt(raters[i].noise * raters[i].noise + 1.0 / 12)) < 0.12);
    CHECK(found.bias.interval->low < raters[i].bias + 0.05);
    CHECK(found.bias.interval->high > raters[i].bias - 0.05);
  }
  const auto quiet = compare(against(ratings[0], truth), how);
  const auto loud = compare(against(ratings[2], truth), how);
  CHECK(*quiet.quadratic.value > *loud.quadratic.value);
}

TEST_CASE("95 % intervals of the bias hold it in about 95 of 100 samples") {
  int held = 0;
  constexpr int samples = 200;
  for (int sample = 0; sample < samples; ++sample) {
    const auto truth = truth_of(60, 1000U + static_cast<unsigned>(sample));
    const auto ratings =
        simulate_ratings(truth, {{.bias = 0, .noise = 0.8}}, 5000U + static_cast<unsigned>(sample));
    std::vector<double> apart;
    for (std::size_t i = 0; i < truth.size(); ++i) apart.push_back(ratings[0][i] - truth[i]);
    const auto found = estimate(apart.size(),
                                [&](const std::vector<std::size_t>& items) {
                                  double sum = 0;
                                  for (const auto i : items) sum += apart[i];
                                  return std::optional<double>(sum / static_cast<double>(items.size()));
                                },
                                {.draws = 400}, {-4, 4});
    held += found.interval->low <= 0 && found.interval->high >= 0 ? 1 : 0;
  }
  CHECK(held >= samples * 88 / 100);
  CHECK(held <= samples * 99 / 100);
}

TEST_CASE("difficulty and discrimination of items come back in their order") {
  const std::vector<SimulatedItem> items{
      {.difficulty = -1.5, .discrimination = 1.5}, {.difficulty = 0, .discrimination = 2.5},
      {.difficulty = 0, .discrimination = 0.1},    {.difficulty = 1.5, .discrimination = 1.5, .located = 0.5},
      {.difficulty = 0.5, .discrimination = 1.5},  {.difficulty = -0.5, .discrimination = 1.5}};
  const auto found = health(responses_of(simulate_candidates({.candidates = 3000}, items, 21)));
  CHECK(found.sample == Sample::full);
  CHECK(*found.items[0].difficulty > 0.75);
  CHECK(std::abs(*found.items[1].difficulty - 0.5) < 0.03);
  CHECK(*found.items[3].difficulty < 0.25);
  CHECK(*found.items[1].discrimination.value > 0.35);
  CHECK(std::abs(*found.items[2].discrimination.value) < 0.08);
  CHECK(std::abs(*found.items[3].located_share - 0.5 * (1 - *found.items[3].difficulty)) < 0.03);
  CHECK(*found.reliability.alpha > 0.4);
}

TEST_CASE("an item that leaks is seen, in its direction, soon after it did") {
  const std::vector<SimulatedItem> items{{.difficulty = 1, .discrimination = 1.5, .drift = 3},
                                         {.difficulty = 0, .discrimination = 1.5}};
  const auto found =
      health(responses_of(simulate_candidates({.candidates = 300, .leak_from = 150}, items, 31)));
  CHECK(found.items[0].alarm == Direction::up);
  CHECK(*found.items[0].alarm_at >= 150);
  CHECK(*found.items[0].alarm_at < 200);
  CHECK(found.items[1].alarm == Direction::none);
}

TEST_CASE("steady items seldom raise an alarm, however many attempts there are") {
  struct Row {
    int attempts;
    double difficulty;
  };
  for (const auto& [attempts, difficulty] :
       {Row{90, 0}, Row{300, 0}, Row{300, -2}, Row{300, 2}, Row{3000, 0}, Row{3000, -2}, Row{3000, 2}}) {
    int alarms = 0;
    constexpr int charts = 100;
    for (int i = 0; i < charts; ++i) {
      const std::vector<SimulatedItem> items{{.difficulty = difficulty, .discrimination = 1}};
      const auto people =
          simulate_candidates({.candidates = attempts}, items, 700U + static_cast<unsigned>(i));
      const auto found = health(responses_of(people), {.draws = 2});
      alarms += found.items[0].alarm == Direction::none ? 0 : 1;
    }
    INFO("attempts: ", attempts, ", difficulty: ", difficulty, ", alarms: ", alarms);
    CHECK(alarms <= 5);
  }
}
