#include "runner/report/handout.hpp"

#include <doctest/doctest.h>

#include "forms.hpp"
#include "runner/report/score_json.hpp"
#include "sample.hpp"
#include "tests/runner/schema.hpp"

using namespace runner;
using namespace runner::report;
using review::Level;

namespace {

session::Handout handout_sample() {
  auto earlier = sample();
  earlier.assessment.defects[2].level = Level::located;
  const auto later = decided_sample();
  session::Handout made;
  made.attempt = later.attempt;
  made.attempt.candidate.clear();
  made.invitation =
      session::InvitationState{.invitation = {.id = "i7", .time_factor = 150}, .attempt = {}, .pauses = {}};
  made.scores = {{.number = 1,
                  .made_at = "2026-11-22T12:00:00Z",
                  .tool_version = "0.1.0",
                  .inputs = "aa",
                  .document = score_json(earlier)},
                 {.number = 2,
                  .made_at = "2026-11-23T12:00:00Z",
                  .tool_version = "0.2.0",
                  .inputs = "bb",
                  .document = score_json(later)},
                 {.number = 3,
                  .made_at = "2026-11-24T12:00:00Z",
                  .tool_version = "9",
                  .inputs = "cc",
                  .document = "{}"}};
  made.decisions = later.decisions;
  session::HeldPanel panel;
  panel.pack.id = "final";
  panel.pack.made_by = "owner";
  panel.pack.made_at = "2026-11-23T08:00:00Z";
  panel.pack.tool_version = "0.2.0";
  panel.pack.revealed_at = "2026-11-24T08:00:00Z";
  panel.pack.program_rates = false;
  panel.pack.raters = {
      {.name = "ana", .rung = measure::Rung::certified, .submitted_at = "2026-11-23T09:00:00Z"},
      {.name = "ben", .excused = "ill"},
      {.name = "cai", .role = session::PackRole::adjudicator}};
  panel.defects = {
      {.id = "race",
       .said = {{"ana", Level::fixed}},
       .result = Level::identified,
       .decided_by = "cai",
       .why = "no <b>"},
      {.id = "leak", .said = {{"ana", Level::fixed}}, .result = {}, .decided_by = {}, .why = {}}};
  panel.steps = {{.number = 4,
                  .at = "2026-11-23T08:00:00Z",
                  .by = "owner",
                  .what = "panel made",
                  .subject = "final",
                  .detail = "",
                  .digest = "d"}};
  made.panels = {panel};
  made.entries = {{.number = 3,
                   .at = "2026-11-22T11:00:00Z",
                   .actor = "i7",
                   .action = "submit",
                   .subject = "a-20261122-1",
                   .detail = "",
                   .previous = "p",
                   .hash = "h"}};
  made.head = "9:ff";
  return made;
}

}  // namespace

TEST_CASE("who, what, when, why, and by which version, in words") {
  const auto text = handout_text(handout_sample(), broad);
  CHECK(has(text, "1. 2026-11-22T12:00:00Z by seedfault 0.1.0: "));
  CHECK(has(text, "moved: "));
  CHECK(has(text, "card-number-in-log from located to missed"));
  CHECK(has(text, "3. 2026-11-24T12:00:00Z by seedfault 9: cannot be read by this version"));
  CHECK(has(text, "By invitation i7: 150% of the usual time, 0 pauses."));
  CHECK(has(
      text,
      "Panel final, made by owner on 2026-11-23T08:00:00Z with seedfault 0.2.0; the program rates nothing."));
  CHECK(has(text, "ana: certified when they submitted, 2026-11-23T09:00:00Z"));
  CHECK(has(text, "ben: has not submitted; not waited for: ill"));
  CHECK(has(text, "race: ana fixed; cai decided identified: \"no <b>\""));
  CHECK(has(text, "leak: ana fixed; open"));
  CHECK(has(text, "Calibration log 4, 2026-11-23T08:00:00Z: owner, panel made"));
  CHECK(has(text, "3 2026-11-22T11:00:00Z: i7 submit a-20261122-1"));
  CHECK(has(text, "The whole log holds together; head 9:ff."));
  for (const auto& decision : handout_sample().decisions) CHECK(has(text, decision.reason));
}

TEST_CASE("who set each level: the program, or a person's decision") {
  auto handout = handout_sample();
  handout.scores.pop_back();  // the newest can be read
  const auto text = handout_text(handout, broad);
  CHECK(has(text, "Who set each level of the newest score"));
  CHECK(has(text, "seedfault 0.1.0"));
  CHECK(has(text, ", decision 1"));
}

TEST_CASE("as JSON it fits its schema; a log that is broken says so") {
  auto handout = handout_sample();
  const auto json = fitting(handout_json(handout), "handout.schema.json");
  CHECK(json["scores"].size() == 3);
  CHECK(json["scores"][2]["score"].is_null());
  CHECK(json["invitation"]["time_factor"] == 150);
  CHECK(json["panels"][0]["raters"][1]["rung"].is_null());
  CHECK(json["panels"][0]["defects"][1]["result"].is_null());
  CHECK(json["audit_head"] == "9:ff");
  handout.audit_fault = "audit entry 1: was changed";
  handout.calibration_broken = 2;
  handout.invitation.reset();
  const auto broken = fitting(handout_json(handout), "handout.schema.json");
  CHECK(broken["audit_fault"] == "audit entry 1: was changed");
  CHECK(broken["calibration_log_broken_at"] == 2);
  CHECK(broken["invitation"].is_null());
  CHECK(has(handout_text(handout, broad), "The log does not hold together: audit entry 1: was changed"));
}
