#include "runner/review/queue.hpp"

#include <algorithm>
#include <cmath>

#include "runner/review/weights.hpp"
#include "tests/runner/review/small_key.hpp"

namespace {

using namespace runner::review;

Evidence speaks(EvidenceKind kind) { return {.kind = kind, .text = "t", .quote = "", .weight = 1}; }

// One defect, one claim, one close pair between them; the rest of the case is what differs.
struct Case {
  Level pair = Level::located;
  Level defect = Level::missed;
  bool credited_here = false;
  Fate fate = Fate::neutral;
  std::vector<Evidence> evidence = {};
  bool ambiguous = true;
  std::optional<Level> decided = {};
  bool sprayed = false;
};
std::vector<Queued> asked(const Case& one) {
  Assessment assessment;
  DefectResult defect{.defect = "d", .level = one.defect};
  if (one.credited_here) defect.claim = 0;
  assessment.defects.push_back(defect);
  ClaimResult claim{.fate = one.fate};
  claim.sprayed = one.sprayed;
  assessment.claims.push_back(claim);
  Pair pair{.claim = 0, .defect = 0, .score = 0.47, .level = one.pair, .ambiguous = one.ambiguous};
  pair.evidence = one.evidence;
  pair.decided = one.decided;
  assessment.pairs.push_back(pair);
  return queue(assessment);
}

}  // namespace

TEST_CASE("asked about: a close call that earns a level, one that would raise it, one that costs as noise") {
  const auto earns = asked({.pair = Level::identified,
                            .defect = Level::identified,
                            .credited_here = true,
                            .fate = Fate::credited});
  REQUIRE(earns.size() == 1);
  CHECK(earns[0].why == "credited as identified, and close to not being the same problem");
  const auto raises = asked({.evidence = {speaks(EvidenceKind::effect)}});
  REQUIRE(raises.size() == 1);
  CHECK(raises[0].why ==
        "falls just short: as the same problem it would be explained, and the defect is missed");
  CHECK(asked({.defect = Level::located, .credited_here = true, .fate = Fate::credited}).size() == 1);
  CHECK(asked({.defect = Level::identified, .evidence = {speaks(EvidenceKind::effect)}}).size() == 1);
  const auto costs = asked({.defect = Level::fixed, .fate = Fate::noise});
  REQUIRE(costs.size() == 1);
  CHECK(costs[0].why == "falls just short, and counts as noise: as the same problem it would not");
  CHECK(asked({.defect = Level::fixed, .fate = Fate::decoy_hit}).size() == 1);
}

TEST_CASE("not asked about: what is clear, decided, guessed, or could change nothing") {
  CHECK(asked({.ambiguous = false}).empty());
  CHECK(asked({.decided = Level::missed}).empty());
  CHECK(asked({.fate = Fate::noise, .sprayed = true}).empty());
  CHECK(asked({.defect = Level::identified}).empty());                    // it would earn no more
  CHECK(asked({.defect = Level::fixed, .fate = Fate::neutral}).empty());  // nor does it cost
  CHECK(asked({.fate = Fate::credited}).empty());                         // it is about another defect
  CHECK(asked({.pair = Level::identified, .defect = Level::fixed, .fate = Fate::duplicate}).empty());
}

TEST_CASE("the level that words earn, once the problem is the same") {
  using enum EvidenceKind;
  struct Row {
    std::vector<EvidenceKind> said;
    Level level;
  };
  for (const Row& row : std::vector<Row>{{{place}, Level::identified},
                                         {{cause}, Level::identified},
                                         {{remedy}, Level::explained},
                                         {{effect}, Level::explained},
                                         {{cause, effect}, Level::explained},
                                         {{suggestion}, Level::explained},
                                         {{cause, remedy}, Level::explained},
                                         {{cause, suggestion}, Level::explained},
                                         {{cause, effect, remedy}, Level::fixed},
                                         {{effect, suggestion}, Level::fixed}}) {
    Pair pair;
    for (const auto kind : row.said) pair.evidence.push_back(speaks(kind));
    CHECK(earned(pair) == row.level);
  }
  Pair against;
  against.evidence = {{.kind = suggestion, .text = "the proof still fails", .quote = "", .weight = -1}};
  CHECK(earned(against) == Level::identified);
}

TEST_CASE("close means: within `unsure` of the line, on either side") {
  const auto result = small::judged({small::at(7, "If the gateway hangs every worker blocks.")});
  for (const auto& pair : result.pairs) {
    CAPTURE(pair.score);
    if (pair.ambiguous) CHECK(std::abs(pair.score - weights::same_problem) < weights::unsure);
  }
  const auto symptom = std::ranges::find(result.pairs, std::size_t{0}, &Pair::defect);
  REQUIRE(symptom != result.pairs.end());
  CHECK(symptom->ambiguous);  // a symptom in the right place, without the cause: close, and a person is asked
  CHECK(result.defects[0].ambiguous);
  CHECK(queue(result).size() == 1);
}

TEST_CASE("clear matches and clear misses are not queued") {
  for (const auto& body : {"No timeout. If the gateway hangs every worker blocks.", "nice and short",
                           "no need for a timeout here", "this looks off", "SQL injection"}) {
    CAPTURE(body);
    CHECK(queue(small::judged({small::at(7, body)})).empty());
  }
}
