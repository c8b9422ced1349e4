#include "runner/report/sentences.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace runner::report;

TEST_CASE("the sentences below the three numbers") {
  auto scored = sample();
  CHECK(coverage_note(scored.card) == "4 of 7 planted defects identified or better (95%: 25% to 84%)");
  CHECK(precision_note(scored.card) == "5 of 8 claims that count were relevant");
  CHECK(score_note(scored.card) == "coverage 51.6, less 2.0 for noise, plus 5.0 for valid extras");
  scored.card.precision.reset();
  CHECK(precision_note(scored.card) == "n too small: 8 claims counted");
  scored.card.approved_over_blocker = false;
  CHECK(verdict_flag(scored).empty());
}

TEST_CASE("F, d' and c are said with what they mean, or why they are not there") {
  auto scored = sample();
  CHECK(f_note(scored) ==
        "F2 0.53: precision and coverage in one number, in which coverage weighs 2 times as much.");
  CHECK(detection_note(scored.card).starts_with("d' 0.16: "));
  CHECK(detection_note(scored.card).ends_with("From 4 of 7 defects and 1 of 2 decoys hit."));
  scored.card.f_beta.reset();
  scored.card.detection.reset();
  CHECK(f_note(scored) == "F2 needs a precision, and there were too few claims for one.");
  CHECK(detection_note(scored.card) == "Without decoys in the exercise there is no d' and no c.");
}

TEST_CASE("an approval over a blocker names the blocker, and says that it is not in the score") {
  CHECK(
      verdict_flag(sample()) ==
      "Approved although nothing flags a planted blocker: The whole event, card number included, is logged. "
      "This stands beside the score, not in it.");
}

TEST_CASE("stability names the defect that most hangs on") {
  CHECK(stability_note(sample()) ==
        "With any one defect left out, coverage stays within 40% to 64%, and the band moves; most hangs on "
        "\"The call to the gateway has no timeout\".");
}

TEST_CASE("where the judge names a defect by its id, people read its title") {
  const auto scored = sample();
  const auto& defect = scored.key.defects[0];
  CHECK(with_titles(scored, "without " + defect.id + " it would be strong.") ==
        "without \"" + defect.title + "\" it would be strong.");
  CHECK(with_titles(scored, "ends with " + defect.id) == "ends with \"" + defect.title + "\"");
  CHECK(with_titles(scored, "x" + defect.id + ": nothing of it") == "x" + defect.id + ": nothing of it");
  CHECK(with_titles(scored, "") == "");
}
