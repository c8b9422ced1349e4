#include "runner/report/calibration_words.hpp"

#include <doctest/doctest.h>

#include <set>

#include "calibration_sample.hpp"

using namespace runner;
using namespace runner::report;

TEST_CASE("a figure with its interval, without one, and n/a") {
  CHECK(figure(std::optional<double>(0.615)) == "0.62");
  CHECK(figure(std::optional<double>()) == "n/a");
  CHECK(figure(measure::Estimate{.value = 0.5, .interval = measure::Interval{0.25, 0.75}}) ==
        "0.50 (0.25 to 0.75)");
  CHECK(figure(measure::Estimate{.value = 0.5, .interval = {}}) == "0.50");
  CHECK(figure(measure::Estimate{}) == "n/a");
}

TEST_CASE("every statistic has a name and a key of its own") {
  std::set<std::string_view> names, keys;
  for (const auto& each : statistics()) {
    names.insert(each.name);
    keys.insert(each.key);
  }
  CHECK(names.size() == 11);
  CHECK(keys.size() == 11);
}

TEST_CASE("prevalence names every level") {
  CHECK(prevalence(measure::Kappa{.prevalence = {0.5, 0.5, 0, 0, 0}}) ==
        "missed 50%, located 50%, identified 0%, explained 0%, fixed 0%");
  CHECK(prevalence(measure::Kappa{}).empty());
}

TEST_CASE("the state of a pack: the adjudicator is not waited for") {
  auto pack = panel_sample();
  CHECK(state_of(pack) == "revealed 2026-03-17");
  pack.revealed_at.clear();
  CHECK(state_of(pack) == "2 of 2 submitted");
  pack.raters[1].submitted_at.clear();
  CHECK(state_of(pack) == "1 of 2 submitted");
}

TEST_CASE("what the reader must know: few ratings, two raters, who came late") {
  auto report = calibration_sample();
  const auto count = [&](std::string_view words) {
    int found = 0;
    for (const auto& note : cautions(report)) found += note.find(words) != std::string::npos ? 1 : 0;
    return found;
  };
  CHECK(count("are few") == 1);
  CHECK(count("Two raters") == 0);
  CHECK(count("after the reveal") == 1);
  CHECK(count("n/a: nothing varies") == 1);
  report.raters.pop_back();
  report.items.resize(40, report.items[0]);
  CHECK(count("are few") == 0);
  CHECK(count("Two raters") == 1);
  CHECK(count("after the reveal") == 0);
}

TEST_CASE("the next step: what it takes, that it is earned, how long a certificate lasts") {
  const measure::LadderPolicy policy;
  session::Interviewer person{.name = "dee", .rung = measure::Rung::observer, .standing = {}};
  person.standing.missing = {measure::Missing::packs};
  CHECK(next_step(person, policy) == "shadow: 0 of 1 packs read");
  person.rung = measure::Rung::reverse_shadow;
  person.packs = 1;
  person.standing = {
      .measured = {.ratings = 12, .weighted_kappa = 0.5, .bias = 0.3},
      .missing = {measure::Missing::ratings, measure::Missing::weighted_kappa, measure::Missing::bias}};
  CHECK(next_step(person, policy) ==
        "certified: 12 of 40 ratings; weighted kappa of at least 0.60, now 0.50; bias of at most 0.25 either "
        "way, now +0.30");
  person.standing.measured = {};
  person.standing.missing = {measure::Missing::weighted_kappa, measure::Missing::bias};
  CHECK(next_step(person, policy) ==
        "certified: weighted kappa of at least 0.60, now n/a; bias of at most 0.25 either way, now n/a");
  person.standing.missing.clear();
  CHECK(next_step(person, policy) == "earned: certified");
  person.rung = measure::Rung::certified;
  person.certified_to = "2026-08-07";
  CHECK(next_step(person, policy) == "until 2026-08-07");
}
