#include <doctest/doctest.h>

#include "forms.hpp"
#include "health_sample.hpp"
#include "runner/report/health.hpp"

using namespace runner;
using namespace runner::report;

TEST_CASE("each item's figures, and a sentence for each that wants a look") {
  const auto text = health_text(health_sample(), broad);
  CHECK(has(text, "order-search, version 3: 250 attempts"));
  CHECK(has(text, "up since attempt 42"));
  for (const auto* note :
       {"steady was seen by 250 candidates", "leaked is found more and more often",
        "easy is found by nearly everybody", "hard is found by nearly nobody",
        "misleads is found more by those who find less", "wordless: 45% point at the place",
        "4 of 250 candidates name missing-timeout at app/x.py:3-5, which nobody planted or has judged"})
    CHECK(has(text, std::string("! ") + note));
  CHECK_FALSE(has(text, "! seldom"));
  CHECK(has(text, "2 attempts submitted and not scored"));
}

TEST_CASE("the whole: reliability, variants, what is unknown with its assumptions") {
  const auto text = health_text(health_sample(), broad);
  CHECK(has(text, "Reliability (KR-20) over 4 defects that all had: 0.71; standard error 0.90 defects."));
  CHECK(has(text, "Variant of 2 defects, 20 attempts: too few to say what share was found"));
  CHECK(has(text, "With 100% of the usual time: 240 attempts, mean coverage 50%."));
  CHECK(has(text, "With 150% of the usual time: 10 attempts, mean coverage not told of so few."));
  CHECK(has(text, "8 found; Chapman estimates 9.50"));
  CHECK(has(text, "Lincoln-Petersen 10.00, Mills 10.00. All take defects to be equally easy to find"));
}

TEST_CASE("below 30 attempts counts, and nothing that follows from them") {
  const auto text = health_text(few_sample(), broad);
  CHECK(has(text, "Below 30 attempts: counts, and nothing that follows from them."));
  CHECK(has(text, "seldom  12    6      2"));
  CHECK_FALSE(has(text, "%"));
  CHECK_FALSE(has(text, "KR-20"));
  CHECK(has(health_text({}, broad), "No attempt has been scored yet."));
}

TEST_CASE("impact: what is compared with what, and what is too few") {
  const auto text = impact_text(measure::impact({{.name = "a", .total = 100, .selected = 50},
                                                 {.name = "b", .total = 100, .selected = 30},
                                                 {.name = "c", .total = 4, .selected = 4}}),
                                broad);
  CHECK(has(text, "compared with"));
  CHECK(has(text, "under four fifths"));
  CHECK(has(text, "too few to conclude from"));
  CHECK(has(text, "Nothing of this file is kept."));
}

TEST_CASE("a new version's changes, with the evidence of both") {
  using review::Level;
  const std::vector<session::Rescored> all{
      {.attempt = "x-1",
       .version_before = "1",
       .version_after = "2",
       .score_before = 40,
       .score_after = 55,
       .changes = {{.defect = "race",
                    .before = Level::missed,
                    .after = Level::explained,
                    .evidence_before = {},
                    .evidence_after = {"\"lost update\" names the cause"}}},
       .note = {}},
      {.attempt = "x-2",
       .version_before = {},
       .version_after = {},
       .changes = {},
       .note = "cannot be scored"}};
  const auto text = rescored_text(all, broad);
  CHECK(has(text, "race: missed -> explained"));
  CHECK(has(text, "before  nothing"));
  CHECK(has(text, "after   \"lost update\" names the cause"));
  CHECK(has(text, "x-2: cannot be scored"));
  CHECK(has(text, "2 attempts scored again; a level changed in 1."));
}
