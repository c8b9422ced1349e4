// What an auditor gets about one attempt, and what they do not.
#include "runner/session/handout.hpp"

#include "runner/session/audit.hpp"
#include "runner/session/calibrate.hpp"
#include "runner/session/store.hpp"
#include "temporary.hpp"

using namespace runner::session;

namespace {

struct Audited {
  TestHouse at;

  Audited() {
    auto store = Store::open(at.house);
    auto attempt = sample_attempt("payments-webhook-1");
    attempt.state = AttemptState::submitted;
    REQUIRE(store->add(attempt));
    REQUIRE(store->add(sample_attempt("payments-webhook-2")));
    for (const auto* id : {"payments-webhook-1", "payments-webhook-2"}) {
      REQUIRE(store->add(
          id, ScoreRecord{
                  .made_at = "2026-03-18T00:00:00Z", .tool_version = "0", .inputs = "i", .document = "{}"}));
      REQUIRE(note(*store, {.actor = "command line", .action = "submit", .subject = id}));
    }
  }

  void panel() {
    REQUIRE(make_pack(at.house, {.id = "one",
                                 .kind = PackKind::panel,
                                 .by = "owner",
                                 .when = "2026-03-19T00:00:00Z",
                                 .raters = {"ana", "ben"},
                                 .adjudicator = "cai",
                                 .program_rates = false,
                                 .reviews = {{.code = "heron",
                                              .source = "payments-webhook-1",
                                              .title = "T",
                                              .defects = {"a"},
                                              .program = {Level::missed},
                                              .gold = {},
                                              .anchor = {},
                                              .document = "{}"}}}));
    for (const auto* by : {"ana", "ben"})
      REQUIRE(rate(at.house, {.pack = "one",
                              .by = by,
                              .when = "2026-03-20T00:00:00Z",
                              .sheet = {{"heron",
                                         {.defects = {{.level = Level::fixed, .why = {}}},
                                          .verdict = runner::review::Band::meets,
                                          .why = "so"}}},
                              .submit = Submit::yes}));
  }
};

}  // namespace

TEST_CASE("one attempt, and nothing of the others; no name and no folder") {
  const Audited audited;
  const auto found = handout(audited.at.house, "payments-webhook-1");
  REQUIRE(found);
  CHECK(found->attempt.candidate.empty());
  CHECK(found->attempt.folder.empty());
  CHECK(found->scores.size() == 1);
  REQUIRE(found->entries.size() == 1);
  CHECK(found->entries[0].subject == "payments-webhook-1");
  CHECK(found->head.starts_with("2:"));  // of the whole log
  CHECK(found->audit_fault.empty());
  CHECK_FALSE(found->invitation);
  CHECK(found->panels.empty());
  CHECK_FALSE(handout(audited.at.house, "payments-webhook-9"));
}

TEST_CASE("before the reveal nothing of what a panel's raters said, after it everything") {
  Audited audited;
  audited.panel();
  const auto before = handout(audited.at.house, "payments-webhook-1");
  REQUIRE(before->panels.size() == 1);
  CHECK(before->panels[0].defects.empty());
  CHECK(before->panels[0].pack.sheets.empty());
  CHECK(before->panels[0].steps.size() == 3);  // made, and two have submitted
  REQUIRE(reveal(audited.at.house, {.pack = "one", .by = "owner", .when = "2026-03-21T00:00:00Z"}));
  const auto after = handout(audited.at.house, "payments-webhook-1");
  REQUIRE(after->panels[0].defects.size() == 1);
  CHECK(after->panels[0].defects[0].said.size() == 2);
  CHECK(after->panels[0].defects[0].result == Level::fixed);
  CHECK(after->panels[0].steps.back().what == "revealed");
}

TEST_CASE("a log that was changed behind the program's back is told, not hidden") {
  const Audited audited;
  auto store = Store::open(audited.at.house);
  REQUIRE(store->database().run("UPDATE audit SET detail='nothing' WHERE number=1"));
  const auto found = handout(audited.at.house, "payments-webhook-1");
  REQUIRE(found);
  CHECK(found->audit_fault.find("audit entry 1") != std::string::npos);
}
