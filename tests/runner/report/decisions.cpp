#include "runner/report/decisions.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "golden.hpp"
#include "runner/report/explain_text.hpp"
#include "runner/report/score_html.hpp"
#include "runner/report/score_json.hpp"
#include "runner/report/score_markdown.hpp"
#include "runner/report/score_text.hpp"
#include "sample.hpp"

using namespace runner::report;

namespace {
bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }
}  // namespace

TEST_CASE("each decision in a sentence: who, what, when, why, and what the program had said") {
  const auto all = decided_sample().decisions;
  CHECK(decision_sentence(all[0]) ==
        "ana & co accepted c3.1:balance-read-then-written as identified on 2026-11-23: \"the race is named; "
        "try/except <b>does not</b> help\". The program had said identified, score 0.58.");
  CHECK(decision_sentence(all[1]) ==
        "ben counted c9.1 as neutral on 2026-11-23: \"a matter of taste\". The program had said noise.");
  CHECK(decision_sentence(all[2]) ==
        "ben rejected c4.1:refund-list-n-plus-one on 2026-11-23: \"slow says nothing\". The program had said "
        "located, score 0.34.");
  CHECK(
      decision_sentence(all[3]) ==
      "ana & co withdrew the decision about c4.1:refund-list-n-plus-one on 2026-11-23: \"located is what it "
      "is\".");
}

TEST_CASE("a score that people changed says so in every form, with names; one that nobody touched does not") {
  CHECK(people_note(decided_sample()) ==
        "A person's word stands in this score, decisions by: ana & co (1), ben (1).");
  CHECK(people_note(sample()).empty());
  const auto scored = decided_sample();
  for (const auto& form : {score_text(scored, {.colour = Colour::no, .width = 0}), score_markdown(scored),
                           score_html(scored), score_json(scored)}) {
    CHECK(holds(form, "the race is named"));
    CHECK(holds(form, "a matter of taste"));
    CHECK(holds(form, "ben"));
  }
  for (const auto& form : {score_text(sample(), {}), score_markdown(sample()), score_html(sample())}) {
    CHECK_FALSE(holds(form, "Decided"));
    CHECK_FALSE(holds(form, "person's word"));
  }
}

TEST_CASE("a withdrawn decision stays in the journal, marked") {
  const auto text = score_text(decided_sample(), {.colour = Colour::no, .width = 0});
  CHECK(holds(text, "score 0.34. (no longer in force)"));
  CHECK(holds(score_html(decided_sample()), "no longer in force"));
  CHECK(holds(score_markdown(decided_sample()), "no longer in force"));
  const auto json = nlohmann::json::parse(score_json(decided_sample()));
  CHECK(json["decisions"][0]["in_force"] == true);
  CHECK(json["decisions"][2]["in_force"] == false);
  CHECK(json["decisions"][3]["level"] == nullptr);
  CHECK(json["decisions"][1]["fate"] == "neutral");
  CHECK(json["claims"][8]["decision"] == 2);
  CHECK(json["pairs"][4]["decided"] == "identified");
}

TEST_CASE("what a person writes is text, never markup") {
  CHECK_FALSE(holds(score_html(decided_sample()), "<b>does not</b>"));
  CHECK(holds(score_html(decided_sample()), "ana &amp; co"));
  CHECK_FALSE(holds(score_markdown(decided_sample()), "<b>does not</b>"));
}

TEST_CASE("explaining a defect tells its decisions, withdrawn ones too") {
  check_golden("explain-decided.txt", explain_text(decided_sample(), "balance-read-then-written", {}));
  const auto withdrawn =
      explain_text(decided_sample(), "refund-list-n-plus-one", {.colour = Colour::no, .width = 0});
  CHECK(holds(withdrawn, "3. ben rejected"));
  CHECK(holds(withdrawn, "4. ana & co withdrew"));
}
