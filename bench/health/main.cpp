// How long item analysis of a real store takes: `bench_health FOLDER [ATTEMPTS]` fills FOLDER/seedfault with
// the attempts of simulated candidates, 100,000 unless told otherwise, and analyses them as `bank health`
// does. Each has 8 of an exercise's 10 defects planted; one item leaks half-way; some find what nobody
// planted.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <ctime>

#include "runner/measure/cohort.hpp"
#include "runner/session/health.hpp"
#include "runner/session/store.hpp"

using namespace runner;
using session::Scored;

namespace {

constexpr int defects = 10;

// Of one exercise, with its defects in five files, two of them left out by the attempt's number.
Scored attempt_of(int number, const std::vector<int>& levels) {
  Scored scored;
  auto& attempt = scored.attempt;
  attempt.exercise = number % 2 == 0 ? "simulated-a" : "simulated-b";
  attempt.id = fmt::format("{}-{}", attempt.exercise, number + 1);
  attempt.exercise_version = "1";
  attempt.state = session::AttemptState::submitted;
  attempt.started_at = fmt::format("2026-01-01T{:02}:00:00Z", number % 24);
  attempt.submitted_at =
      fmt::format("2026-{:02}-{:02}T{:02}:{:02}:{:02}Z", 2 + number / 10000, 1 + number / 500 % 20,
                  number / 3600 % 24, number / 60 % 60, number % 60);
  for (int file = 0; file < defects / 2; ++file)
    scored.diffs.push_back({.path = fmt::format("f{}.py", file)});
  for (int item = 0; item < defects; ++item) {
    if (item == number % 3 || item == 5 + number % 3) continue;
    const auto id = fmt::format("defect-number-{}", item);
    scored.key.defects.push_back({.id = id, .places = {{.path = fmt::format("f{}.py", item / 2)}}});
    scored.assessment.defects.push_back(
        {.defect = id, .level = static_cast<review::Level>(levels[static_cast<std::size_t>(item)])});
    attempt.planted.push_back(id);
  }
  if (number % 7 == 0) {
    scored.review.comments.push_back({.id = "c1", .path = "f0.py", .lines = {{10 + number % 40}, {10}}});
    scored.assessment.claims.push_back({.fate = review::Fate::valid_extra, .target = "missing-timeout"});
  }
  scored.card =
      review::score(scored.assessment, scored.key, review::Verdict::comment, {.bootstrap_draws = 0});
  return scored;
}

// As scores are kept: an attempt, and what its score came to.
bool fill(const session::House& house, int attempts) {
  std::vector<measure::SimulatedItem> items;
  for (int i = 0; i < defects; ++i)
    items.push_back(
        {.difficulty = (i - 5) / 3.0, .discrimination = 1.5, .located = 0.3, .drift = i == 4 ? 1.0 : 0.0});
  const auto people =
      measure::simulate_candidates({.candidates = attempts, .leak_from = attempts / 2}, items, 1);
  auto store = session::Store::open(house);
  if (!store) return false;
  auto transaction = store->begin();
  if (!transaction) return false;
  for (int number = 0; number < attempts; ++number) {
    const auto scored = attempt_of(number, people[static_cast<std::size_t>(number)]);
    if (!store->add(scored.attempt) || !keep_outcome(*store, scored)) return false;
  }
  return transaction->commit().has_value();
}

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double processor() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

long peak_megabytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss / 1024;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    fmt::print(stderr, "usage: bench_health FOLDER [ATTEMPTS]\n");
    return 2;
  }
  const int attempts = count > 2 ? std::atoi(words[2]) : 100000;
  const session::House house{.data = {}, .store = std::filesystem::path(words[1]) / "seedfault"};
  if (!exists(house.store / "attempts.sqlite") && !fill(house, attempts)) return 1;
  const double before = seconds(), used = processor();
  const auto memory = peak_megabytes();
  const auto report =
      bank_health(house, "", [](const std::string& text) { fmt::print(stderr, "{}\n", text); });
  if (!report) return 1;
  for (const auto& each : report->exercises)
    fmt::print("{}: {} attempts, KR-20 over {} items {:.3f}\n", each.exercise, each.health.attempts,
               each.health.common_items, each.health.reliability.alpha.value_or(0));
  fmt::print("{:.2f} s, {:.2f} s of a processor, {} MB at most ({} before)\n", seconds() - before,
             processor() - used, peak_megabytes(), memory);
}
