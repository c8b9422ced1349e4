// Packs in the store: blind until the reveal, frozen, months apart; and the ladder that is read from them.
#include "runner/session/calibrate.hpp"

#include <cmath>
#include <set>

#include "runner/session/certify.hpp"
#include "runner/session/pack_pairs.hpp"
#include "runner/session/pack_store.hpp"
#include "temporary.hpp"

using namespace runner::session;
using runner::measure::Rung;
using runner::review::Band;

namespace {

std::vector<PackReview> reviews(std::size_t count, const std::string& prefix = "x/") {
  std::vector<PackReview> made;
  const auto codes = code_names("autumn", count);
  for (std::size_t i = 0; i < count; ++i)
    made.push_back(
        {.code = codes[i],
         .source = prefix + std::to_string(i),
         .title = "T",
         .defects = {"a", "b", "c", "d", "e"},
         .program = std::vector<Level>(5, Level::located),
         .gold = {Level::missed, Level::located, Level::identified, Level::explained, Level::fixed},
         .program_band = Band::mixed,
         .anchor = {},
         .document = "{}"});
  return made;
}

PackRequest request(const std::string& id, std::vector<std::string> raters, const std::string& when) {
  return {.id = id,
          .by = "owner",
          .when = when,
          .raters = std::move(raters),
          .adjudicator = {},
          .reviews = reviews(8, id + "/")};
}

// As the known levels, each `off` too high.
Sheet sheet_of(const Pack& pack, int off) {
  Sheet sheet;
  for (const auto& review : pack.reviews) {
    auto& rating = sheet[review.code];
    for (int i = 0; i < 5; ++i)
      rating.defects.push_back({.level = static_cast<Level>(std::min(4, i + off)), .why = "so"});
    rating.verdict = Band::meets;
    rating.why = "because";
  }
  return sheet;
}

void rate_and_submit(const House& house, const std::string& id, const std::string& by, int off,
                     const std::string& when) {
  const auto pack = find_pack(house, id, by);
  REQUIRE(pack);
  REQUIRE(rate(house,
               {.pack = id, .by = by, .when = when, .sheet = sheet_of(*pack, off), .submit = Submit::yes}));
}

}  // namespace

TEST_CASE("nobody sees anything of others before the reveal, and everybody everything after it") {
  const TestHouse at;
  REQUIRE(make_pack(at.house, request("autumn", {"ana", "ben"}, "2026-01-01T00:00:00Z")));
  rate_and_submit(at.house, "autumn", "ana", 0, "2026-01-02T00:00:00Z");
  const auto seen = find_pack(at.house, "autumn", "ben");
  CHECK(seen->sheets.empty());
  CHECK(seen->reviews[0].program.empty());
  CHECK(seen->reviews[0].gold.empty());
  CHECK(seen->reviews[0].source.empty());
  CHECK(seen->reviews[0].program_band == Band::more_review);
  CHECK(find_pack(at.house, "autumn", "ana")->sheets.size() == 1);
  CHECK_FALSE(calibration_report(at.house, "autumn"));
  CHECK_FALSE(reveal(at.house, {.pack = "autumn", .by = "ana", .when = "2026-01-03T00:00:00Z"}));
  rate_and_submit(at.house, "autumn", "ben", 1, "2026-01-03T00:00:00Z");
  CHECK_FALSE(rate(at.house, {.pack = "autumn", .by = "ben", .when = "2026-01-03T00:00:00Z", .sheet = {}}));
  REQUIRE(reveal(at.house, {.pack = "autumn", .by = "ana", .when = "2026-01-04T00:00:00Z"}));
  const auto report = calibration_report(at.house, "autumn");
  REQUIRE(report);
  CHECK(report->raters[0].gold.items == 40);
  CHECK(*report->raters[0].gold.quadratic.value == doctest::Approx(1));
  CHECK(*report->raters[1].gold.bias.value == doctest::Approx(0.8));
  CHECK(*report->program.agreement.value == doctest::Approx(0.2));
  CHECK(report->items.front().spread >= report->items.back().spread);
}

TEST_CASE("beside two others who differ nobody looks lenient by the choice of the middle") {
  const TestHouse at;
  REQUIRE(make_pack(at.house, request("autumn", {"ana", "ben", "cai"}, "2026-01-01T00:00:00Z")));
  for (const auto& [by, off] : {std::pair{"ana", 1}, {"ben", 0}, {"cai", 2}})
    rate_and_submit(at.house, "autumn", by, off, "2026-01-02T00:00:00Z");
  REQUIRE(reveal(at.house, {.pack = "autumn", .by = "ana", .when = "2026-01-04T00:00:00Z"}));
  const auto report = calibration_report(at.house, "autumn");
  // ana is one level above ben and one below cai, but where 4 is the end.
  CHECK(std::abs(*report->raters[0].panel.bias.value) < 0.15);
  CHECK(*report->raters[1].panel.bias.value < 0);
  CHECK(*report->raters[2].panel.bias.value > 0);
}

TEST_CASE("who is excused is not waited for, with a reason; who comes late is no part of the panel") {
  const TestHouse at;
  REQUIRE(make_pack(at.house, request("autumn", {"ana", "ben"}, "2026-01-01T00:00:00Z")));
  rate_and_submit(at.house, "autumn", "ana", 0, "2026-01-02T00:00:00Z");
  CHECK_FALSE(reveal(
      at.house,
      {.pack = "autumn", .by = "ana", .when = "2026-01-03T00:00:00Z", .without = {"ben"}, .reason = {}}));
  REQUIRE(reveal(
      at.house,
      {.pack = "autumn", .by = "ana", .when = "2026-01-03T00:00:00Z", .without = {"ben"}, .reason = "ill"}));
  REQUIRE(join(at.house, "autumn", "cai", "2026-01-04T00:00:00Z"));
  rate_and_submit(at.house, "autumn", "cai", 1, "2026-01-05T00:00:00Z");
  const auto report = calibration_report(at.house, "autumn");
  REQUIRE(report->raters.size() == 2);
  CHECK(report->raters[1].late);
  CHECK(report->raters[1].panel.items == 40);  // against ana
  CHECK(report->raters[0].panel.items == 0);   // nobody but who came late
}

TEST_CASE("from observer to certified and back, each step in the log") {
  const TestHouse at;
  REQUIRE(enrol(at.house, {.name = "ana", .by = "owner", .when = "2026-01-01T00:00:00Z", .reason = "first"},
                Rung::certified));
  const auto step = [&](const std::string& when) {
    return promote(at.house, {.name = "dee", .by = "ana", .when = when, .reason = {}});
  };
  CHECK_FALSE(step("2026-01-01T00:00:00Z"));
  REQUIRE(note_reading(at.house, "old", "dee", "2026-01-02T00:00:00Z"));
  CHECK(step("2026-01-02T00:00:00Z")->rung == Rung::shadow);
  const auto round = [&](const std::string& id, const std::string& when, int off) {
    REQUIRE(make_pack(at.house, request(id, {"ana", "dee"}, when)));
    rate_and_submit(at.house, id, "ana", 0, when);
    rate_and_submit(at.house, id, "dee", off, when);
    REQUIRE(reveal(at.house, {.pack = id, .by = "ana", .when = when}));
  };
  round("one", "2026-02-01T00:00:00Z", 0);
  CHECK(step("2026-02-02T00:00:00Z")->rung == Rung::reverse_shadow);
  CHECK_FALSE(step("2026-02-03T00:00:00Z"));  // no pack since
  round("two", "2026-02-04T00:00:00Z", 0);
  const auto certified = step("2026-02-05T00:00:00Z");
  REQUIRE(certified);
  CHECK(certified->rung == Rung::certified);
  CHECK(certified->certified_to == "2026-08-07");  // 183 days
  const auto people = interviewers(at.house, "2026-09-01T00:00:00Z");
  REQUIRE(people->size() == 2);
  CHECK((*people)[0].rung == Rung::lapsed);  // ana's ended on 6 August, dee's a day later
  CHECK((*people)[1].rung == Rung::lapsed);
  round("three", "2026-09-02T00:00:00Z", 2);
  CHECK_FALSE(step("2026-09-03T00:00:00Z"));  // lenient by more than a quarter level
  const auto log = calibration_log(at.house);
  CHECK(log->broken == 0);
  int steps = 0;
  for (const auto& entry : log->entries) steps += entry.what == "rung" ? 1 : 0;
  CHECK(steps == 6);
}

TEST_CASE("a shadow may rate what is revealed; from then on only what was rated blind counts") {
  const TestHouse at;
  REQUIRE(enrol(at.house,
                {.name = "dee", .by = "owner", .when = "2026-01-01T00:00:00Z", .reason = "read two"},
                Rung::shadow));
  REQUIRE(make_pack(at.house, request("autumn", {"ana"}, "2026-02-01T00:00:00Z")));
  rate_and_submit(at.house, "autumn", "ana", 0, "2026-02-02T00:00:00Z");
  REQUIRE(reveal(at.house, {.pack = "autumn", .by = "ana", .when = "2026-02-03T00:00:00Z"}));
  REQUIRE(join(at.house, "autumn", "dee", "2026-02-04T00:00:00Z"));
  rate_and_submit(at.house, "autumn", "dee", 0, "2026-02-05T00:00:00Z");
  const auto step =
      promote(at.house, {.name = "dee", .by = "ana", .when = "2026-02-06T00:00:00Z", .reason = {}});
  REQUIRE(step);
  CHECK(step->rung == Rung::reverse_shadow);
  CHECK(step->standing.measured.ratings == 0);
}

TEST_CASE(
    "reviews come back months later under other names, and two that are rated otherwise end a certificate") {
  const TestHouse at;
  REQUIRE(enrol(at.house, {.name = "ana", .by = "owner", .when = "2026-01-01T00:00:00Z", .reason = "first"},
                Rung::certified));
  REQUIRE(make_pack(at.house, request("autumn", {"ana"}, "2026-01-01T00:00:00Z")));
  rate_and_submit(at.house, "autumn", "ana", 0, "2026-01-02T00:00:00Z");
  REQUIRE(reveal(at.house, {.pack = "autumn", .by = "ana", .when = "2026-01-03T00:00:00Z"}));
  CHECK(anchors_to_serve(at.house, "2026-03-01T00:00:00Z", 90, {})->empty());
  auto anchors = *anchors_to_serve(at.house, "2026-05-01T00:00:00Z", 90, {"autumn/0"});
  REQUIRE(anchors.size() == 7);
  CHECK(anchors[0].anchor.starts_with("autumn:"));
  auto spring = request("spring", {"ana"}, "2026-05-01T00:00:00Z");
  spring.reviews.resize(6);
  for (std::size_t i = 0; i < 2; ++i) {
    anchors[i].code = "served-" + std::to_string(i);
    spring.reviews.push_back(anchors[i]);
  }
  REQUIRE(make_pack(at.house, spring));
  CHECK(find_pack(at.house, "spring", "ana")->reviews[7].anchor.empty());  // blind
  rate_and_submit(at.house, "spring", "ana", 1, "2026-05-02T00:00:00Z");
  REQUIRE(reveal(at.house, {.pack = "spring", .by = "ana", .when = "2026-05-03T00:00:00Z"}));
  const auto report = calibration_report(at.house, "spring");
  REQUIRE(report->anchors.size() == 2);
  CHECK(report->anchors[0].distance == doctest::Approx(0.8));
  CHECK(report->anchors[0].failed);
  CHECK(report->drift[0].points.empty());  // alone there is no panel
  const auto people = interviewers(at.house, "2026-05-04T00:00:00Z");
  CHECK((*people)[0].rung == Rung::lapsed);
}

TEST_CASE("what tells whose a review is, is taken out; parts of other words stay") {
  Scored scored;
  scored.attempt = sample_attempt("a-1");
  scored.attempt.candidate = "Ann";
  scored.review.comments.push_back(sample_comment("c1"));
  scored.review.comments[0].author = "Ann Lee";
  scored.review.comments[0].body = "As Ann Lee I say: Annual reports hang. Ann";
  const auto made = blinded(scored, "heron");
  CHECK(made.review.comments[0].body == "As heron I say: Annual reports hang. heron");
  CHECK(made.review.comments[0].author == "heron");
  CHECK(made.attempt.id == "heron");
  CHECK(made.attempt.started_at.empty());
  CHECK(made.attempt.folder.empty());
}

TEST_CASE("bird names: as many as asked, each once, the same for the same pack") {
  const auto names = code_names("autumn", 10);
  CHECK(names == code_names("autumn", 10));
  CHECK(names != code_names("spring", 10));
  CHECK(std::set<std::string>(names.begin(), names.end()).size() == 10);
}
