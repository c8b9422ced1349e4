#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "calibration_sample.hpp"
#include "forms.hpp"
#include "runner/report/calibration.hpp"
#include "tests/runner/schema.hpp"

using namespace runner;
using namespace runner::report;
using Json = nlohmann::json;

namespace {

session::PanelResult result_sample() {
  using session::Level;
  return {.defects = {{.id = "no-timeout",
                       .said = {{"ana", Level::explained}, {"ben", Level::explained}},
                       .result = Level::explained,
                       .decided_by = "all",
                       .why = {}},
                      {.id = "race",
                       .said = {{"ana", Level::fixed}, {"ben", Level::missed}},
                       .result = {},
                       .decided_by = {},
                       .why = {}}},
          .open = 1,
          .coverage_by_program = 0.25,
          .coverage = {}};
}

}  // namespace

TEST_CASE("packs: their kind, their state, and who rates them") {
  CHECK(has(packs_text({}, broad), "No packs yet"));
  const auto text = packs_text({calibration_sample().pack, panel_sample()}, broad);
  CHECK(has(text, "autumn  calibration  2"));
  CHECK(has(text, "ana, ben, cai (adjudicator)"));
  const auto json = fitting(packs_json({calibration_sample().pack, panel_sample()}), "packs.schema.json");
  CHECK(json["packs"][1]["raters"][2]["role"] == "adjudicator");
  CHECK(json["packs"][1]["raters"][2]["submitted"] == false);
}

TEST_CASE("a pack as one rater sees it: how far they are, and their own levels alone") {
  auto pack = panel_sample();
  pack.revealed_at.clear();
  CHECK(has(pack_text(pack, "ben", broad), "heron   3        3      Payments & refunds"));
  CHECK(has(pack_text(pack, "dee", broad), "heron   3        0      Payments & refunds"));
  const auto json = fitting(pack_json(pack, "ben"), "pack.schema.json");
  CHECK(json["reviews"][0]["defects"][1]["level"] == "missed");
  CHECK(fitting(pack_json(pack, "dee"), "pack.schema.json")["reviews"][0]["defects"][1]["level"].is_null());
}

TEST_CASE("a panel's result: who said what, who decided, what is open") {
  auto result = result_sample();
  const auto text = panel_text(panel_sample(), result, broad);
  CHECK(has(text, "panel final: payments-webhook-1 of Payments & refunds"));
  CHECK(has(text, "the adjudicator is to decide"));
  CHECK(has(text, "by the result: 1 disagreement open."));
  const auto json = fitting(panel_json(panel_sample(), result), "panel.schema.json");
  CHECK(json["defects"][0]["decided_by"] == "all");
  CHECK(json["defects"][1]["result"].is_null());
  CHECK(json["coverage"].is_null());
  result.open = 0;
  result.coverage = 0.5;
  CHECK(has(panel_text(panel_sample(), result, broad),
            "Coverage by the program's levels 25%, by the result 50%."));
}

TEST_CASE("the ladder: who stands where, and what the next rung takes") {
  const measure::LadderPolicy policy;
  session::Interviewer dee{.name = "dee", .rung = measure::Rung::shadow, .standing = {}};
  dee.standing.missing = {measure::Missing::packs, measure::Missing::weighted_kappa};
  session::Interviewer ana{.name = "ana",
                           .rung = measure::Rung::certified,
                           .since = "2026-01-01T00:00:00Z",
                           .certified_to = "2026-07-03",
                           .standing = {}};
  CHECK(has(ladder_text({}, policy, broad), "Nobody has rated yet"));
  const auto text = ladder_text({ana, dee}, policy, broad);
  CHECK(has(text, "until 2026-07-03"));
  CHECK(has(text, "reverse-shadow: 0 of 1 packs rated"));
  const auto json = fitting(ladder_json({ana, dee}, policy), "ladder.schema.json");
  CHECK(json["people"][0]["next"].is_null());
  CHECK(json["people"][0]["missing"].empty());
  CHECK(json["people"][1]["missing"].size() == 2);
  CHECK(json["people"][1]["weighted_kappa"].is_null());
}

TEST_CASE("the log says which entry was changed by hand") {
  session::CalibrationLog log;
  log.entries = {{.number = 1,
                  .at = "2026-01-01T00:00:00Z",
                  .by = "owner",
                  .what = "rung",
                  .subject = "ana",
                  .detail = "certified: enrolled",
                  .digest = "d"}};
  CHECK(has(log_text(log, broad), "owner: rung ana: certified: enrolled"));
  CHECK(has(log_text(log, broad), "1 step, each fits the one before it."));
  CHECK(fitting(log_json(log), "calibration-log.schema.json")["broken_at"].is_null());
  log.broken = 1;
  CHECK(has(log_text(log, broad), "Entry 1 does not fit the one before it"));
  CHECK(fitting(log_json(log), "calibration-log.schema.json")["broken_at"] == 1);
}
