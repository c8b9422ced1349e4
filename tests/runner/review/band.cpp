#include "runner/review/band.hpp"

#include <doctest/doctest.h>

using namespace runner::review;

namespace {

std::vector<GradedDefect> defects(const std::vector<Level>& levels) {
  std::vector<GradedDefect> result;
  for (const Level level : levels)
    result.push_back({.id = "defect-" + std::to_string(result.size() + 1), .level = level, .at_best = level});
  return result;
}

constexpr Level missed = Level::missed, located = Level::located, identified = Level::identified,
                explained = Level::explained, fixed = Level::fixed;

}  // namespace

TEST_CASE("a band starts at its threshold") {
  struct Row {
    double share;
    Band band;
  };
  for (const Row& row : std::vector<Row>{{1, Band::strong},
                                         {0.75, Band::strong},
                                         {0.7499, Band::meets},
                                         {0.5, Band::meets},
                                         {0.49, Band::mixed},
                                         {0.3, Band::mixed},
                                         {0.29, Band::below},
                                         {0, Band::below}})
    CHECK(plain_band(row.share, Policy{}) == row.band);
}

TEST_CASE("full marks are exactly 1, whatever the weights") {
  auto all = defects({fixed, fixed, fixed, fixed, fixed, fixed, fixed});
  for (std::size_t i = 0; i < all.size(); ++i) all[i].weight = 1 + static_cast<double>(i) / 3;
  CHECK(coverage_of(all, Policy{}) == 1);
}

TEST_CASE("a clear case has its band, and says why") {
  const BandDecision strong =
      decide_band(defects({fixed, fixed, fixed, fixed, explained, fixed}), {}, Policy{});
  CHECK(strong.band == Band::strong);
  CHECK(strong.reason == R"(A score of 97.5 gives the band "strong".)");
  CHECK(decide_band(defects({missed, missed, missed, missed, missed}), {}, Policy{}).band == Band::below);
}

TEST_CASE("a band that rests on one defect stands and says so") {
  const BandDecision decision =
      decide_band(defects({fixed, fixed, fixed, fixed, fixed, missed, identified, explained}), {}, Policy{});
  CHECK(decision.band == Band::strong);
  const BandDecision close = decide_band(
      defects({fixed, fixed, fixed, identified, identified, explained, identified, missed}), {}, Policy{});
  CHECK(close.band == Band::meets);
  CHECK(close.reason == R"(A score of 70.6 gives the band "meets"; without defect-8 it would be "strong".)");
}

TEST_CASE("too few defects carry no band") {
  const BandDecision decision = decide_band(defects({fixed, fixed}), {}, Policy{});
  CHECK(decision.band == Band::more_review);
  CHECK(decision.reason == "2 defects were planted: too little evidence for a band; it takes at least 3.");
}

TEST_CASE(
    "an ambiguous match that changes the band goes to a person, one that does not is none of the band's "
    "business") {
  auto open = defects({fixed, fixed, fixed, identified, missed, missed});
  open[3].ambiguous = true;
  const BandDecision decision = decide_band(open, {}, Policy{});
  CHECK(decision.band == Band::meets);  // 0.525 or 0.6
  open[0].ambiguous = true;
  const BandDecision two = decide_band(open, {}, Policy{});
  CHECK(two.band == Band::more_review);
  CHECK(two.reason ==
        "2 ambiguous matches for a person to decide: the band is mixed or meets by how they are.");
}

TEST_CASE("an ambiguous miss may be decided for the candidate") {
  auto open = defects({fixed, fixed, fixed, missed, identified, identified});
  CHECK(decide_band(open, {}, Policy{}).band == Band::meets);
  open[3].ambiguous = true;
  open[3].at_best = fixed;
  CHECK(decide_band(open, {}, Policy{}).band == Band::more_review);
}

TEST_CASE("where one defect swings the band both ways, a person decides") {
  const BandDecision decision = decide_band(defects({fixed, identified, missed}), {}, Policy{});
  CHECK(decision.band == Band::more_review);
  CHECK(
      decision.reason ==
      R"(One defect more or less decides: the band is "mixed" without defect-1 and "strong" without defect-3.)");
}

TEST_CASE("stability names the defect that matters most") {
  const Stability found = stability_of(defects({fixed, fixed, fixed, fixed, missed, fixed}), {}, Policy{});
  CHECK(found.swings_on == "defect-5");
  CHECK(found.lowest == doctest::Approx(0.8));
  CHECK(found.highest == doctest::Approx(1));
  CHECK_FALSE(found.band_moves);
  CHECK(stability_of(defects({located}), {}, Policy{}).swings_on.empty());
}

TEST_CASE("noise is taken off and extras are added, within 0 and 1") {
  CHECK(adjusted(0.5, {.deduction = 0.15, .bonus = 0.05}) == doctest::Approx(0.4));
  CHECK(adjusted(0.1, {.deduction = 0.15}) == 0);
  CHECK(adjusted(1, {.bonus = 0.1}) == 1);
}
