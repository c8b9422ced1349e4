#include "runner/report/panel.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "forms.hpp"
#include "runner/report/explain_text.hpp"
#include "runner/report/score_html.hpp"
#include "runner/report/score_json.hpp"
#include "runner/report/score_markdown.hpp"
#include "runner/report/score_read.hpp"
#include "runner/report/score_text.hpp"
#include "sample.hpp"
#include "tests/runner/schema.hpp"

using namespace runner;
using namespace runner::report;
using review::Level;
using Json = nlohmann::json;

namespace {

// All agree on the first defect, somebody decided the third.
session::Scored panelled() {
  auto scored = sample();
  session::PanelWord word{.panel = "final",
                          .made_by = "owner",
                          .made_at = "2026-11-23T08:00:00Z",
                          .revealed_at = "2026-11-24T08:00:00Z",
                          .defects = {}};
  word.defects.push_back(
      {.panel = {.id = "gateway-call-without-timeout",
                 .said = {{"ana", Level::fixed}, {"ben", Level::fixed}, {"seedfault", Level::fixed}},
                 .result = Level::fixed,
                 .decided_by = "all",
                 .why = {}},
       .matched = Level::fixed});
  word.defects.push_back(
      {.panel = {.id = "card-number-in-log",
                 .said = {{"ana", Level::explained}, {"ben", Level::missed}, {"seedfault", Level::missed}},
                 .result = Level::identified,
                 .decided_by = "cai",
                 .why = "names <the> number"},
       .matched = Level::missed,
       .ambiguous = true});
  scored.assessment.defects[2].level = Level::identified;
  for (const auto defect : {0U, 2U}) scored.assessment.defects[defect].settled = true;
  scored.card = review::score(scored.assessment, scored.key, scored.review.verdict, scored.policy);
  scored.panel = std::move(word);
  return scored;
}

}  // namespace

TEST_CASE("who rated, how far they agree, and who decided the rest") {
  CHECK(panel_note(sample()).empty());
  CHECK(panel_note(panelled()) ==
        "A panel's word stands in this score: final, rated by ana, ben and seedfault. They agree on 1 of 2 "
        "defects; cai decided the others.");
  auto without = panelled();
  without.panel->program_rates = false;
  without.panel->defects.pop_back();
  without.panel->defects[0].panel.said.pop_back();
  CHECK(
      panel_note(without) ==
      "A panel's word stands in this score: final, rated by ana and ben, without the program. They agree on "
      "1 of 1 defect.");
}

TEST_CASE("of each defect: who said what, who decided why, and what it would be otherwise") {
  const auto scored = panelled();
  CHECK(panel_sentence(scored, "card-number-in-log") ==
        "explained by ana, missed by ben and missed by seedfault; cai decided identified: \"names <the> "
        "number\". Without the panel it would be missed.");
  CHECK(has(panel_sentence(scored, "gateway-call-without-timeout"), "; all agree."));
  CHECK(panel_sentence(scored, "webhook-not-idempotent").empty());
}

TEST_CASE("every form of the report says it") {
  const auto scored = panelled();
  const auto text = score_text(scored, broad);
  CHECK(has(text, "rated by ana, ben and seedfault"));
  CHECK(has(text, "Panel: explained by ana"));
  const auto markdown = score_markdown(scored);
  CHECK(has(markdown, "### Rated by a panel"));
  const auto page = score_html(scored);
  CHECK(has(page, "<h2 id=\"panel-title\">Rated by a panel</h2>"));
  CHECK(has(page, "names &lt;the&gt; number"));
  CHECK_FALSE(has(page, "<the>"));
  CHECK(has(explain_text(scored, "card-number-in-log", broad), "Panel:   explained by ana"));
  CHECK(Json::parse(explain_json(scored, "card-number-in-log"))["panel"]["decided_by"] == "cai");
  CHECK_FALSE(has(score_html(sample()), "Rated by a panel"));
}

TEST_CASE("as JSON it fits the schema and is read back as it was") {
  const auto scored = panelled();
  const auto document = score_json(scored);
  const auto json = fitting(document, "score.schema.json");
  CHECK(json["panel"]["defects"][1]["without_panel"] == "missed");
  const auto read = read_score(document);
  REQUIRE(read);
  CHECK(read->panel == scored.panel);
  CHECK(read->assessment.defects[2].settled);
  CHECK_FALSE(read->assessment.defects[1].settled);
  CHECK(score_json(*read) == document);
  auto older = json;
  older.erase("panel");
  const auto earlier = read_score(older.dump());
  REQUIRE(earlier);
  CHECK_FALSE(earlier->panel);
}
