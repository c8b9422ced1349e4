// A panel's word in a score: what it changes, what it leaves, and that it can be taken out again.
#include "runner/session/panel.hpp"

#include "runner/session/calibrate.hpp"
#include "runner/session/health.hpp"
#include "temporary.hpp"

using namespace runner::session;
using runner::review::Fate;

namespace {

// Two defects and one claim, credited for the first.
Scored scored_attempt() {
  Scored scored;
  scored.attempt = sample_attempt("x-1");
  scored.attempt.state = AttemptState::submitted;
  scored.key.defects = {{.id = "a"}, {.id = "b"}, {.id = "c"}};
  scored.assessment.defects = {{.defect = "a", .level = Level::identified, .claim = 0, .ambiguous = true},
                               {.defect = "b"},
                               {.defect = "c", .level = Level::missed}};
  scored.assessment.claims = {{.fate = Fate::credited, .target = "a"}};
  scored.card = runner::review::score(scored.assessment, scored.key, {}, scored.policy);
  return scored;
}

PackRequest panel_of(const std::string& id, const std::string& when, bool program) {
  return {.id = id,
          .kind = PackKind::panel,
          .by = "owner",
          .when = when,
          .raters = {"ana", "ben"},
          .adjudicator = "cai",
          .program_rates = program,
          .reviews = {{.code = "heron",
                       .source = "x-1",
                       .title = "T",
                       .defects = {"a", "b", "c"},
                       .program = {Level::identified, Level::missed, Level::missed},
                       .gold = {},
                       .anchor = {},
                       .document = "{}"}}};
}

void rate_as(const House& house, const std::string& id, const std::string& by, std::vector<Level> levels,
             const std::string& when) {
  ReviewRating rating{.defects = {}, .verdict = runner::review::Band::meets, .why = "so"};
  for (const auto level : levels) rating.defects.push_back({.level = level, .why = ""});
  REQUIRE(
      rate(house, {.pack = id, .by = by, .when = when, .sheet = {{"heron", rating}}, .submit = Submit::yes}));
}

Checked<Pack> decided(const House& house, const std::string& id, std::vector<DefectRating> levels) {
  return adjudicate(house, {.pack = id,
                            .by = "cai",
                            .when = "2026-02-05T00:00:00Z",
                            .sheet = {{"heron", {.defects = std::move(levels), .verdict = {}, .why = {}}}}});
}

std::optional<PanelWord> word_in(const House& house) {
  auto store = Store::open(house);
  auto word = panel_word(*store, "x-1");
  REQUIRE(word);
  return *word;
}

}  // namespace

TEST_CASE("a panel speaks once all have submitted, it is revealed, and nothing is open") {
  const TestHouse at;
  REQUIRE(make_pack(at.house, panel_of("one", "2026-02-01T00:00:00Z", true)));
  rate_as(at.house, "one", "ana", {Level::identified, Level::located, Level::missed}, "2026-02-02T00:00:00Z");
  rate_as(at.house, "one", "ben", {Level::identified, Level::missed, Level::missed}, "2026-02-03T00:00:00Z");
  CHECK_FALSE(word_in(at.house));
  REQUIRE(reveal(at.house, {.pack = "one", .by = "owner", .when = "2026-02-04T00:00:00Z"}));
  CHECK_FALSE(word_in(at.house));                                               // b is open
  CHECK_FALSE(decided(at.house, "one", {{Level::fixed, "I say so"}, {}, {}}));  // all agree on a
  CHECK_FALSE(decided(at.house, "one", {{}, {}, {}}));
  REQUIRE(decided(at.house, "one", {{}, {Level::located, "near it"}, {}}));
  const auto word = word_in(at.house);
  REQUIRE(word);
  CHECK(word->panel == "one");
  CHECK(word->defects[0].panel.decided_by == "all");
  CHECK(word->defects[0].panel.said.back() == std::pair<std::string, Level>("seedfault", Level::identified));
  CHECK(word->defects[1].panel.decided_by == "cai");
  CHECK(word->defects[1].panel.why == "near it");
  auto store = Store::open(at.house);
  CHECK_FALSE(*panel_word(*store, "x-2"));
}

TEST_CASE("the newest panel counts; without the program two who agree are enough") {
  const TestHouse at;
  for (const auto& [id, month, level] :
       {std::tuple{"one", "2026-02", Level::located}, {"two", "2026-03", Level::explained}}) {
    REQUIRE(make_pack(at.house, panel_of(id, std::string(month) + "-01T00:00:00Z", false)));
    for (const auto* by : {"ana", "ben"})
      rate_as(at.house, id, by, {level, level, level}, std::string(month) + "-02T00:00:00Z");
    REQUIRE(reveal(at.house, {.pack = id, .by = "owner", .when = std::string(month) + "-03T00:00:00Z"}));
  }
  const auto word = word_in(at.house);
  REQUIRE(word);
  CHECK(word->panel == "two");
  CHECK_FALSE(word->program_rates);
  CHECK(word->defects[2].panel.said.size() == 2);
  CHECK(word->defects[2].panel.result == Level::explained);
}

TEST_CASE("the panel's levels are the score's, and the numbers follow; the claims stay as they are") {
  const auto before = scored_attempt();
  const PanelWord word{
      .panel = "one",
      .made_by = {},
      .made_at = {},
      .revealed_at = {},
      .defects = {
          {.panel = {.id = "a", .said = {}, .result = Level::located, .decided_by = "all", .why = {}}},
          {.panel = {.id = "b", .said = {}, .result = Level::fixed, .decided_by = "all", .why = {}}}}};
  const auto after = with_panel(before, word);
  CHECK(after.assessment.defects[0].level == Level::located);
  CHECK_FALSE(after.assessment.defects[0].ambiguous);
  CHECK(after.assessment.defects[0].claim == 0U);
  CHECK(after.assessment.defects[1].level == Level::fixed);
  CHECK(after.assessment.defects[2].level == Level::missed);  // not rated
  CHECK(after.panel->defects[0].matched == Level::identified);
  CHECK(after.panel->defects[0].ambiguous);
  CHECK(after.card.counts.hits == 1);
  CHECK(after.card.counts.relevant == 0);  // b has no claim
  CHECK(after.card.coverage == doctest::Approx((0.15 + 1.0) / 3));
  REQUIRE(after.notes.size() == 1);
  CHECK(after.notes[0].find("credits b") != std::string::npos);

  const auto back = without_panel(after);
  CHECK_FALSE(back.panel);
  CHECK(back.card.coverage == doctest::Approx(before.card.coverage));
  CHECK(back.assessment.defects[0].ambiguous);
  CHECK(back.assessment.defects[1].level == Level::missed);
}

TEST_CASE("the matcher's gate and the next raters see what the program says, not the panel") {
  PanelWord word{.panel = "one", .made_by = {}, .made_at = {}, .revealed_at = {}, .defects = {}};
  for (const auto* id : {"a", "b", "c"})
    word.defects.push_back(
        {.panel = {.id = id, .said = {}, .result = Level::fixed, .decided_by = "all", .why = {}}});
  auto changed = scored_attempt();
  changed.assessment.defects[1].level = Level::located;
  const auto gate = compared_scores(with_panel(scored_attempt(), word), with_panel(changed, word));
  REQUIRE(gate.changes.size() == 1);
  CHECK(gate.changes[0].defect == "b");
  const TestHouse at;
  const auto frozen = freeze(at.house, with_panel(scored_attempt(), word), "heron", "{}");
  REQUIRE(frozen);
  CHECK(frozen->program == std::vector{Level::identified, Level::missed, Level::missed});
  CHECK(frozen->gold == std::vector{Level::fixed, Level::fixed, Level::fixed});
  CHECK_FALSE(blinded(with_panel(scored_attempt(), word), "heron").panel);
}
