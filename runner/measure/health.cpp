#include "runner/measure/health.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "runner/measure/rater.hpp"

namespace runner::measure {
namespace {

constexpr std::size_t least_usual = 30;  // what the charts take as usual: a third of all, within these
constexpr std::size_t most_usual = 200;
constexpr std::size_t few = 500;  // more items: the normal interval of Fisher's z instead of resampling

bool found(signed char level) { return level >= hit; }

// An item's answers and, beside each, the mean of the same candidate's other answers.
struct Column {
  std::vector<double> own, rest;
  int located = 0;
};

Column column_of(const Responses& responses, std::size_t item) {
  Column column;
  for (const auto& row : responses.rows) {
    if (row.levels[item] == not_planted) continue;
    int others = 0, hits = 0;
    for (std::size_t other = 0; other < row.levels.size(); ++other) {
      if (other == item || row.levels[other] == not_planted) continue;
      ++others;
      hits += found(row.levels[other]) ? 1 : 0;
    }
    column.own.push_back(found(row.levels[item]) ? 1 : 0);
    column.rest.push_back(others > 0 ? static_cast<double>(hits) / others : 0);
    column.located += row.levels[item] == hit - 1 ? 1 : 0;
  }
  return column;
}

// Fisher (1915): atanh of a correlation is nearly normal with 1 / sqrt(n - 3).
Estimate by_fisher(std::optional<double> value, std::size_t n) {
  Estimate result{.value = value, .interval = {}};
  if (!value || std::abs(*value) >= 1) return result;
  const double reach = review::normal_quantile(0.975) / std::sqrt(static_cast<double>(n) - 3);
  const double z = std::atanh(*value);
  result.interval = Interval{std::tanh(z - reach), std::tanh(z + reach)};
  return result;
}

Estimate discrimination(const Column& column, const Resampling& how) {
  if (column.own.size() > few) return by_fisher(correlation(column.own, column.rest), column.own.size());
  return estimate(
      column.own.size(),
      [&](const std::vector<std::size_t>& items) {
        std::vector<double> own, rest;
        own.reserve(items.size());
        rest.reserve(items.size());
        for (const auto i : items) {
          own.push_back(column.own[i]);
          rest.push_back(column.rest[i]);
        }
        return correlation(own, rest);
      },
      how);
}

struct Chart {
  std::optional<double> highest;
  Direction alarm = Direction::none;
  std::optional<std::size_t> at;
};

// The target is what the first were like, and an estimate itself: so more is let pass than from a known one,
// and the decision lies at 8 deviations, not at the usual 5, and further out the longer the chart: about one
// steady chart in fifty gives a false alarm, whatever its length. Rare answers come in jumps
// that their small deviation would make look large: it is never taken as less than `least_deviation`.
Chart chart_of(const std::vector<double>& values, double least_deviation) {
  if (values.size() < 2 * least_usual) return {};
  const auto first = std::clamp(values.size() / 3, least_usual, most_usual);
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(first);
  const std::vector<double> usual(values.begin(), middle);
  const double deviation = std::max(std::sqrt(variance(usual).value_or(0)), least_deviation);
  const double longer = std::log(std::max(1.0, static_cast<double>(values.size()) / 300));
  const double slack = 0.5 + 1.5 / std::sqrt(static_cast<double>(first));
  const auto chart =
      cusum({middle, values.end()}, mean(usual), deviation, {.slack = slack, .decision = 8 + longer});
  Chart result{
      .highest = std::max(*std::ranges::max_element(chart.up), *std::ranges::max_element(chart.down)),
      .at = {}};
  const auto never = values.size();
  const auto up = chart.first_up.value_or(never);
  const auto down = chart.first_down.value_or(never);
  if (up == never && down == never) return result;
  result.alarm = up < down ? Direction::up : Direction::down;
  result.at = first + std::min(up, down);
  return result;
}

ItemHealth item_health(const Responses& responses, std::size_t item, const Resampling& how) {
  const auto column = column_of(responses, item);
  const double hits = std::accumulate(column.own.begin(), column.own.end(), 0.0);
  ItemHealth result{.info = responses.items[item],
                    .seen = static_cast<int>(column.own.size()),
                    .found = static_cast<int>(hits),
                    .located = column.located,
                    .sample = sample_of(static_cast<int>(column.own.size())),
                    .difficulty = {},
                    .difficulty_interval = {},
                    .discrimination = {},
                    .located_share = {},
                    .drift = {},
                    .alarm_at = {},
                    .exposed = static_cast<int>(column.own.size()) >= many_attempts};
  if (result.sample == Sample::counts_only) return result;
  result.difficulty = hits / result.seen;
  result.difficulty_interval = review::wilson(result.found, result.seen);
  result.located_share = static_cast<double>(result.located) / result.seen;
  result.discrimination = discrimination(column, how);
  const auto chart = chart_of(column.own, 0.4);
  result.drift = chart.highest;
  result.alarm = chart.alarm;
  result.alarm_at = chart.at;
  return result;
}

Scores common_scores(const Responses& responses, int& common) {
  std::vector<std::size_t> items;
  for (std::size_t item = 0; item < responses.items.size(); ++item)
    if (std::ranges::none_of(responses.rows,
                             [&](const Response& row) { return row.levels[item] == not_planted; }))
      items.push_back(item);
  common = static_cast<int>(items.size());
  Scores scores;
  scores.reserve(responses.rows.size());
  for (const auto& row : responses.rows) {
    auto& score = scores.emplace_back();
    for (const auto item : items) score.push_back(found(row.levels[item]) ? 1 : 0);
  }
  return scores;
}

std::optional<double> position_effect(const std::vector<ItemHealth>& items) {
  std::vector<double> places, shares;
  for (const auto& item : items) {
    if (item.info.position < 0 || !item.difficulty) continue;
    places.push_back(item.info.position);
    shares.push_back(*item.difficulty);
  }
  return places.size() < 3 ? std::nullopt : correlation(places, shares);
}

std::optional<double> time_effect(const Responses& responses) {
  std::vector<double> minutes, coverage;
  for (const auto& row : responses.rows) {
    if (row.minutes <= 0) continue;
    minutes.push_back(row.minutes);
    coverage.push_back(row.coverage);
  }
  return minutes.size() < least_attempts ? std::nullopt : correlation(minutes, coverage);
}

std::vector<TimeGroup> time_groups(const Responses& responses) {
  std::map<int, std::vector<double>> coverage;
  for (const auto& row : responses.rows) coverage[row.time_factor].push_back(row.coverage);
  std::vector<TimeGroup> groups;
  for (const auto& [factor, values] : coverage)
    groups.push_back(
        {.factor = factor,
         .attempts = static_cast<int>(values.size()),
         .coverage = values.size() < least_attempts ? std::nullopt : std::optional(mean(values))});
  return groups;
}

}  // namespace

Sample sample_of(int attempts) {
  if (attempts < least_attempts) return Sample::counts_only;
  return attempts < wide_attempts ? Sample::wide : Sample::full;
}

ExerciseHealth health(const Responses& responses, const Resampling& how) {
  ExerciseHealth result{.attempts = static_cast<int>(responses.rows.size()),
                        .sample = sample_of(static_cast<int>(responses.rows.size())),
                        .items = {},
                        .reliability = {},
                        .position_effect = {},
                        .time_effect = {},
                        .time_groups = time_groups(responses),
                        .alarm_at = {},
                        .clusters = clusters_of(responses),
                        .variants = variants_of(responses),
                        .unknown = {}};
  for (std::size_t item = 0; item < responses.items.size(); ++item)
    result.items.push_back(item_health(responses, item, how));
  if (result.sample == Sample::counts_only) return result;
  const auto scores = common_scores(responses, result.common_items);
  if (result.common_items >= 2) result.reliability = reliability(scores);
  result.position_effect = position_effect(result.items);
  result.time_effect = time_effect(responses);
  std::vector<double> coverage;
  for (const auto& row : responses.rows) coverage.push_back(row.coverage);
  const auto chart = chart_of(coverage, 0.01);
  result.alarm = chart.alarm;
  result.alarm_at = chart.at;
  result.unknown = unknown_in(responses);
  return result;
}

}  // namespace runner::measure
