#include "runner/measure/ladder.hpp"

#include <doctest/doctest.h>

using namespace runner::measure;

namespace {
// As many ratings as wanted that agree, spread over all levels, each `bias` of ten one level too high.
std::vector<RatedPair> agreeing(int count, int bias = 0) {
  std::vector<RatedPair> pairs;
  for (int i = 0; i < count; ++i) pairs.push_back({i % 4 + (i % 10 < bias ? 1 : 0), i % 4});
  return pairs;
}
const LadderPolicy policy;
}  // namespace

TEST_CASE("names and the next rung") {
  for (const auto rung : {Rung::observer, Rung::shadow, Rung::reverse_shadow, Rung::certified, Rung::lapsed})
    CHECK(rung_named(to_string(rung)) == rung);
  CHECK_FALSE(rung_named("expert").has_value());
  CHECK(next_rung(Rung::observer) == Rung::shadow);
  CHECK(next_rung(Rung::shadow) == Rung::reverse_shadow);
  CHECK(next_rung(Rung::reverse_shadow) == Rung::certified);
  CHECK(next_rung(Rung::lapsed) == Rung::certified);
  CHECK(bar_of(policy, Rung::certified) == nullptr);
}

TEST_CASE("an observer reads a pack, and no agreement is asked of one who has rated nothing") {
  CHECK(standing({.rung = Rung::observer, .packs = 0, .pairs = {}}, policy).missing ==
        std::vector{Missing::packs});
  CHECK(standing({.rung = Rung::observer, .packs = 1, .pairs = {}}, policy).missing.empty());
}

TEST_CASE("certified takes 40 ratings, kappa .60 and a bias of at most a quarter level") {
  const auto missing = [](int count, int bias) {
    return standing({.rung = Rung::reverse_shadow, .packs = 2, .pairs = agreeing(count, bias)}, policy)
        .missing;
  };
  CHECK(missing(40, 0).empty());
  CHECK(missing(40, 2).empty());
  CHECK(missing(39, 0) == std::vector{Missing::ratings});
  CHECK(missing(40, 3) == std::vector{Missing::bias});
  std::vector<RatedPair> guesses;
  for (int i = 0; i < 40; ++i) guesses.push_back({(i * 7) % 5, (i * 3 + i / 5) % 5});
  const auto guessed = standing({.rung = Rung::reverse_shadow, .packs = 2, .pairs = guesses}, policy);
  CHECK(guessed.missing == std::vector{Missing::weighted_kappa});
}

TEST_CASE("kappa that is n/a is not agreement") {
  const std::vector<RatedPair> same(50, RatedPair{2, 2});
  const auto found = standing({.rung = Rung::lapsed, .packs = 1, .pairs = same}, policy);
  CHECK(found.missing == std::vector{Missing::weighted_kappa});
}

TEST_CASE("a certificate ends after half a year, or with two failed anchors") {
  const auto lapse = [](int days, int anchors) {
    return standing({.rung = Rung::certified,
                     .packs = 0,
                     .pairs = {},
                     .failed_anchors = anchors,
                     .days_since_certified = days},
                    policy)
        .lapse;
  };
  CHECK(lapse(183, 1) == Lapse::no);
  CHECK(lapse(184, 0) == Lapse::too_long);
  CHECK(lapse(2, 2) == Lapse::anchors);
}

TEST_CASE("an anchor's distance is the mean of the levels between then and now") {
  CHECK(anchor_distance({}) == doctest::Approx(0));
  CHECK(anchor_distance({{3, 1}, {0, 1}, {2, 2}}) == doctest::Approx(1));
}
