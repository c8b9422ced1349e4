// The order in which a review was written is worth nothing: neither to levels and fates nor to the numbers.
#include "runner/review/seats.hpp"

#include <algorithm>
#include <map>
#include <random>

#include "runner/review/bootstrap.hpp"
#include "runner/review/score.hpp"
#include "tests/runner/review/small_key.hpp"

namespace {

using namespace runner::review;
using small::at;
using small::overall;

// What each claim became, by its comment's id, and what each defect got: whatever the order of the comments.
std::map<std::string, std::string> outcome(const std::vector<Comment>& comments) {
  static const Key key = small::key();
  const Review review{.comments = comments};
  const auto result = judge(review, key, {}, small::english());
  std::map<std::string, std::string> found;
  for (const auto& claim : result.claims)
    found[review.comments[claim.claim.comment].id + "." + std::to_string(claim.claim.ordinal)] =
        std::string(to_string(claim.fate)) + " " + claim.target + ": " + claim.reason;
  for (const auto& defect : result.defects)
    found[defect.defect] =
        std::string(to_string(defect.level)) +
        (defect.claim ? " " + review.comments[result.claims[*defect.claim].claim.comment].id : "");
  const auto card = score(result, key, Verdict::comment, {});
  found["numbers"] = std::to_string(card.coverage) + " " + std::to_string(card.score) + " " +
                     std::to_string(card.precision.value_or(-1)) + " " +
                     std::to_string(card.coverage_interval.low) + " " + card.band_reason;
  return found;
}

const std::vector<std::string> bodies{"no timeout",
                                      "No timeout. If the gateway hangs every worker blocks.",
                                      "this looks off",
                                      "N+1 query",
                                      "N+1: one query per order. Use selectinload.",
                                      "lost update",
                                      "Read-modify-write. Use select_for_update.",
                                      "SQL injection, this is a bug",
                                      "nice",
                                      "- no timeout here\n- list_orders() below is an N+1",
                                      "why three?"};

}  // namespace

TEST_CASE("any order of the same comments gives every claim the same fate and the same numbers") {
  Dice dice(11);
  std::mt19937 shuffle(5);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same orders in every run
  for (int round = 0; round < 60; ++round) {
    std::vector<Comment> comments;
    const auto count = 2 + dice.below(9);
    for (std::size_t i = 0; i < count; ++i) {
      const int line = static_cast<int>(1 + dice.below(26));
      comments.push_back(at(line, bodies[dice.below(bodies.size())]));
      comments.back().id = "c" + std::to_string(i);
    }
    const auto expected = outcome(comments);
    for (int again = 0; again < 3; ++again) {
      std::ranges::shuffle(comments, shuffle);
      const auto found = outcome(comments);
      for (const auto& [what, was] : expected) {
        CAPTURE(what);
        CHECK(found.at(what) == was);
      }
    }
  }
}

TEST_CASE("equal remarks on equal places: the same one is credited in every order") {
  auto one = at(7, "no timeout");
  auto other = one;
  one.id = "c1";
  other.id = "c2";
  CHECK(outcome({one, other}) == outcome({other, one}));
}

TEST_CASE("a claim has one seat, and one more for each defect that a person credited it with") {
  const std::vector<Claim> claims{{.comment = 0, .text = "b"}, {.comment = 0, .text = "a"}};
  const Review review{.comments = {{.id = "c1"}}};
  Pair accepted{.claim = 0, .defect = 2};
  accepted.decided = Level::identified;
  Pair placed{.claim = 1, .defect = 1};
  placed.decided = Level::located;
  Pair rejected{.claim = 1, .defect = 0};
  rejected.decided = Level::missed;
  const std::vector<Pair> pairs{accepted, placed, rejected, {.claim = 1, .defect = 2}};
  const auto seats = seats_of(claims, pairs, review);
  REQUIRE(seats.size() == 3);
  CHECK(seats[0].claim == 1);  // a remark that a person found in place may still be about something else
  CHECK(seats[0].defect == 1);
  CHECK(seats[1].claim == 0);  // who is about a defect for sure has no seat for another
  CHECK(seats[1].defect == 2);
  CHECK(seats[2].claim == 1);
  CHECK_FALSE(seats[2].defect.has_value());
  CHECK(stands_for(seats[0], placed));
  CHECK_FALSE(stands_for(seats[2], placed));
  CHECK(stands_for(seats[2], pairs[3]));
}
