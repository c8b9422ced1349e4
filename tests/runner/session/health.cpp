// What scores came to, kept and read again; and what a new version changes.
#include "runner/session/health.hpp"

#include "runner/session/invitation_values.hpp"
#include "temporary.hpp"

using namespace runner::session;
using runner::review::Fate;
using runner::review::Level;

namespace {

Scored scored(const std::string& id, const std::vector<std::pair<std::string, Level>>& levels) {
  Scored made;
  made.attempt = sample_attempt(id);
  made.attempt.state = AttemptState::submitted;
  made.attempt.submitted_at = "2026-03-17T09:12:00Z";  // half an hour later
  made.diffs = {{.path = "app/x.py"}, {.path = "app/y.py"}};
  for (const auto& [defect, level] : levels) {
    made.key.defects.push_back({.id = defect, .places = {{.path = "app/y.py"}}});
    made.assessment.defects.push_back({.defect = defect, .level = level});
  }
  made.card.coverage = 0.25;
  return made;
}

void keep(const TestHouse& at, const Scored& one) {
  auto store = Store::open(at.house);
  REQUIRE(store->add(one.attempt));
  REQUIRE(keep_outcome(*store, one));
}

}  // namespace

TEST_CASE("levels, places, minutes and extras come back; items met later were not planted before") {
  const TestHouse at;
  auto first = scored("x-1", {{"a", Level::fixed}, {"b", Level::located}});
  first.review.comments.push_back({.id = "c1", .path = "app/x.py", .lines = {{7}, {7}}});
  first.assessment.claims = {{.fate = Fate::valid_extra, .target = "missing-timeout"},
                             {.fate = Fate::unjudged, .target = "missing-index"},
                             {.fate = Fate::noise, .target = ""}};
  keep(at, first);
  keep(at, scored("x-2", {{"b", Level::missed}, {"c=@", Level::explained}}));
  const auto report = bank_health(at.house, "", [](const std::string&) {});
  REQUIRE(report);
  REQUIRE(report->exercises.size() == 1);
  const auto& health = report->exercises[0].health;
  CHECK(health.attempts == 2);
  REQUIRE(health.items.size() == 3);
  CHECK(health.items[0].info.position == 1);  // app/y.py is the second file
  CHECK(health.items[0].seen == 1);
  CHECK(health.items[0].found == 1);
  CHECK(health.items[1].seen == 2);
  CHECK(health.items[1].located == 1);
  CHECK(health.items[2].info.id == "c=@");
  CHECK(health.items[2].found == 1);
  CHECK(health.clusters.empty());  // one candidate is none
  CHECK(bank_health(at.house, "order-search", [](const std::string&) {})->exercises.empty());
}

TEST_CASE("a score that is given again replaces what it came to; what was never scored is counted") {
  const TestHouse at;
  keep(at, scored("x-1", {{"a", Level::missed}}));
  auto store = Store::open(at.house);
  REQUIRE(keep_outcome(*store, scored("x-1", {{"a", Level::fixed}})));
  auto waiting = sample_attempt("x-2");
  waiting.state = AttemptState::submitted;
  REQUIRE(store->add(waiting));
  REQUIRE(store->add(sample_attempt("x-3")));  // open
  const auto report = bank_health(at.house, "", [](const std::string&) {});
  CHECK(report->exercises[0].health.items[0].found == 1);
  CHECK(report->not_scored == 1);
}

TEST_CASE("the time that a candidate was given comes from their invitation, once") {
  const TestHouse at;
  keep(at, scored("x-1", {{"a", Level::fixed}}));
  keep(at, scored("x-2", {{"a", Level::fixed}}));
  auto store = Store::open(at.house);
  for (const auto& [id, role] : {std::pair{"i1", Role::candidate}, {"i2", Role::pair_interviewer}})
    REQUIRE(store->put(
        {.id = id, .token_hash = id, .role = role, .exercise = "x", .attempt = "x-2", .time_factor = 150}));
  const auto groups = bank_health(at.house, "", [](const std::string&) {})->exercises[0].health.time_groups;
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].factor == 100);
  CHECK(groups[0].attempts == 1);
  CHECK(groups[1].factor == 150);
  CHECK(groups[1].attempts == 1);
}

TEST_CASE("what a new version sees otherwise, and that not only the version changed") {
  auto before = scored("x-1", {{"a", Level::missed}, {"b", Level::fixed}});
  auto after = scored("x-1", {{"a", Level::located}, {"b", Level::fixed}});
  before.scored_by = "1";
  after.scored_by = "2";
  const auto found = compared_scores(before, after);
  CHECK(found.version_before == "1");
  CHECK(found.version_after == "2");
  REQUIRE(found.changes.size() == 1);
  CHECK(found.changes[0].before == Level::missed);
  CHECK(found.changes[0].after == Level::located);
  CHECK(found.note.empty());
  after.inputs = "another";
  CHECK_FALSE(compared_scores(before, after).note.empty());
}
