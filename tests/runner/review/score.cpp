#include "runner/review/score.hpp"

#include <doctest/doctest.h>

using namespace runner::review;

namespace {

struct Planted {
  Level level = Level::missed;
  double weight = 1;
  std::string pattern = "dependency-failure-cascade";
  std::string skill = "resilience-engineering";
  Severity severity = Severity::major;
};

// A key and what a review made of it; every found defect has a claim of its own, further fates follow.
struct Case {
  Key key;
  Assessment assessment;
};
Case make(const std::vector<Planted>& planted, const std::vector<std::pair<Fate, std::string>>& others = {},
          int decoys = 0) {
  Case made;
  for (const Planted& one : planted) {
    Defect defect{.id = "d" + std::to_string(made.key.defects.size() + 1),
                  .pattern = one.pattern,
                  .skill = one.skill,
                  .severity = one.severity,
                  .weight = one.weight};
    DefectResult result{.defect = defect.id, .level = one.level};
    if (one.level != Level::missed) {
      result.claim = made.assessment.claims.size();
      made.assessment.claims.push_back({.fate = Fate::credited, .target = defect.id});
    }
    made.key.defects.push_back(std::move(defect));
    made.assessment.defects.push_back(std::move(result));
  }
  for (const auto& [fate, target] : others)
    made.assessment.claims.push_back({.fate = fate, .target = target});
  for (int i = 0; i < decoys; ++i) made.key.decoys.push_back({.id = "decoy-" + std::to_string(i + 1)});
  return made;
}
Scorecard scored(const Case& made, Verdict verdict = Verdict::comment, const Policy& policy = {}) {
  return score(made.assessment, made.key, verdict, policy);
}

}  // namespace

TEST_CASE("credit by level, weighed") {
  const Scorecard card = scored(
      make({{Level::fixed}, {Level::explained}, {Level::identified}, {Level::located}, {Level::missed}}));
  CHECK(card.coverage == doctest::Approx((1 + 0.85 + 0.6 + 0.15) / 5));
  CHECK(card.score == doctest::Approx(52));
  CHECK(card.counts.hits == 3);
  CHECK(card.counts.located == 1);
  CHECK(card.hit_interval == wilson(3, 5));
  CHECK(scored(make({{Level::fixed, 5},
                     {Level::missed, 5},
                     {Level::missed, 3},
                     {Level::missed, 3},
                     {Level::missed, 4}}))
            .coverage == doctest::Approx(0.25));
}

TEST_CASE("nothing planted, nothing measured") {
  const Scorecard card = scored(make({}));
  CHECK(card.coverage == 0);
  CHECK(card.coverage_interval == Interval{0, 1});
  CHECK(card.hit_interval == Interval{0, 1});
  CHECK(card.band == Band::more_review);
}

TEST_CASE(
    "precision counts what was found, extras, noise and every claim on a decoy, and not what nobody judged; "
    "below three it is too small to say") {
  const std::vector<Planted> two{{Level::fixed}, {Level::identified}, {Level::located}, {Level::missed}};
  CHECK_FALSE(scored(make(two)).precision.has_value());
  CHECK_FALSE(scored(make(two)).f_beta.has_value());
  const Scorecard card = scored(make(two,
                                     {{Fate::noise, ""},
                                      {Fate::decoy_hit, "decoy-1"},
                                      {Fate::decoy_hit, "decoy-1"},
                                      {Fate::valid_extra, "n-plus-one"},
                                      {Fate::neutral, ""},
                                      {Fate::unjudged, "missing-index"},
                                      {Fate::duplicate, "d1"}},
                                     4));
  REQUIRE(card.precision.has_value());
  CHECK(*card.precision == doctest::Approx(0.5));
  CHECK(*card.precision_interval == wilson(3, 6));
  CHECK(*card.f_beta == doctest::Approx(f_beta(0.5, card.coverage, 2)));
  CHECK(card.counts.decoy_hits == 1);
  CHECK(card.counts.decoy_claims == 2);
  CHECK(card.counts.duplicates == 1);
  CHECK(card.counts.neutral == 1);
  CHECK(card.counts.unjudged == 1);
}

TEST_CASE("two noise claims are free, more cost a quarter of a defect each, up to 15 points") {
  struct Row {
    int noise;
    double deduction;
  };
  for (const Row& row : std::vector<Row>{{0, 0}, {2, 0}, {3, 0.025}, {4, 0.05}, {8, 0.15}, {500, 0.15}}) {
    CAPTURE(row.noise);
    const std::vector<std::pair<Fate, std::string>> noise(static_cast<std::size_t>(row.noise),
                                                          {Fate::noise, ""});
    const Scorecard card = scored(make(std::vector<Planted>(10, {Level::identified}), noise));
    CHECK(card.noise_deduction == doctest::Approx(row.deduction));
    CHECK(card.score == doctest::Approx(60 - 100 * row.deduction));
    CHECK(card.coverage == doctest::Approx(0.6));
  }
}

TEST_CASE(
    "a valid extra adds what naming an average defect earns, all of them at most 10 points, and never past "
    "100") {
  struct Row {
    std::size_t extras;
    Level level;
    double score;
  };
  for (const Row& row : std::vector<Row>{{1, Level::identified, 66},
                                         {2, Level::identified, 70},
                                         {9, Level::identified, 70},
                                         {9, Level::fixed, 100}}) {
    const std::vector<std::pair<Fate, std::string>> extras(row.extras, {Fate::valid_extra, "sql-injection"});
    CHECK(scored(make(std::vector<Planted>(10, {row.level}), extras)).score == doctest::Approx(row.score));
  }
}

TEST_CASE("signal detection counts distinct decoys, and is absent without decoys") {
  std::vector<Planted> planted(10, {Level::missed});
  for (std::size_t i = 0; i < 7; ++i) planted[i].level = Level::identified;
  const Scorecard card = scored(
      make(planted,
           {{Fate::decoy_hit, "decoy-1"}, {Fate::decoy_hit, "decoy-2"}, {Fate::decoy_hit, "decoy-2"}}, 8));
  REQUIRE(card.detection.has_value());
  CHECK(card.detection->d_prime == doctest::Approx(1.0622).epsilon(0.0001));
  CHECK_FALSE(scored(make(planted)).detection.has_value());
}

TEST_CASE("sub-scores in the order of the taxonomy, a share only from three defects on") {
  const Scorecard card = scored(make({{Level::fixed, 1, "concurrency", "data-discipline"},
                                      {Level::identified},
                                      {Level::missed},
                                      {Level::explained},
                                      {Level::located, 1, "change-induced-regression", "change-safety"}}));
  REQUIRE(card.by_pattern.size() == 3);
  CHECK(card.by_pattern[0].id == "change-induced-regression");
  CHECK(card.by_pattern[0].planted == 1);
  CHECK(card.by_pattern[0].found == 0);
  CHECK_FALSE(card.by_pattern[0].coverage.has_value());
  CHECK(card.by_pattern[1].id == "dependency-failure-cascade");
  CHECK(card.by_pattern[1].found == 2);
  CHECK(*card.by_pattern[1].coverage == doctest::Approx((0.6 + 0.85) / 3));
  CHECK(card.by_pattern[2].id == "concurrency");
  REQUIRE(card.by_skill.size() == 3);
  CHECK(card.by_skill[0].id == "resilience-engineering");
  CHECK(card.by_skill[2].id == "change-safety");
}

TEST_CASE("approving over an unflagged blocker is a flag beside the score; located does not flag it") {
  const std::vector<Planted> planted{{.level = Level::located, .severity = Severity::blocker},
                                     {.level = Level::identified, .severity = Severity::blocker},
                                     {.level = Level::missed, .severity = Severity::major}};
  const Scorecard approved = scored(make(planted), Verdict::approve);
  CHECK(approved.approved_over_blocker);
  CHECK(approved.unflagged_blockers == std::vector<std::string>{"d1"});
  const Scorecard refused = scored(make(planted), Verdict::request_changes);
  CHECK_FALSE(refused.approved_over_blocker);
  CHECK(refused.score == approved.score);
  CHECK_FALSE(scored(make({{.level = Level::fixed, .severity = Severity::blocker}}), Verdict::approve)
                  .approved_over_blocker);
}

TEST_CASE(
    "an ambiguous match is counted, and its best reading is the best that an ambiguous claim would earn") {
  Case made = make({{Level::fixed},
                    {Level::fixed},
                    {Level::fixed},
                    {Level::missed},
                    {Level::identified},
                    {Level::identified}});
  CHECK(scored(made).band == Band::meets);
  made.assessment.defects[3].ambiguous = true;
  CHECK(scored(made).counts.ambiguous == 1);
  CHECK(scored(made).band == Band::more_review);  // 70, or 80 if it is named after all
  made.key.defects[3].weight = 0.01;
  CHECK(scored(made).band == Band::strong);  // 84 either way
  made.key.defects[3].weight = 0.5;
  CHECK(scored(made).band == Band::strong);
}

TEST_CASE("the same review gets the same card, and another seed another interval") {
  const Case made =
      make({{Level::fixed}, {Level::missed}, {Level::identified}, {Level::explained}, {Level::missed}});
  CHECK(scored(made).coverage_interval == scored(made).coverage_interval);
  CHECK(scored(made).coverage_interval !=
        scored(made, Verdict::comment, {.bootstrap_seed = 2}).coverage_interval);
}
