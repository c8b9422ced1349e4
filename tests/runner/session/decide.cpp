// A person decides, the store keeps it, the score follows; and scores that were given stand.
#include "runner/session/decide.hpp"

#include <algorithm>

#include "runner/session/comment.hpp"
#include "runner/session/recorded.hpp"
#include "runner/session/score.hpp"
#include "runner/session/start.hpp"
#include "runner/session/store.hpp"
#include "stage.hpp"

using namespace runner::session;
using detectors::source::Line;
using runner::review::DecisionKind;
using runner::review::Fate;
using runner::review::Level;

namespace {

// Two comments, "looks odd" on a defect's line and "nice" on the review; submitted unless told otherwise.
struct Sitting {
  TestHouse at;
  Attempt attempt;
  std::string defect;

  explicit Sitting(bool submitted = true) {
    const auto& stand = full_stage().planted.stands.front();
    defect = stand.defect;
    attempt = *start(at.house, {.exercise = "payments-webhook",
                                .seed = 7,
                                .plant = {defect},
                                .candidate = {},
                                .into = at.folder.path() / "a"});
    CommentRequest odd{.scope = runner::review::CommentScope::file,
                       .path = change_of(full_stage()).front().path,
                       .lines = {},
                       .body = "Something is odd here, and this is a bug.",
                       .severity = {}};
    REQUIRE(add_comment(at.house, attempt, odd));
    REQUIRE(add_comment(at.house, attempt,
                        {.scope = runner::review::CommentScope::review,
                         .path = {},
                         .lines = {},
                         .body = "nice",
                         .severity = {}}));
    if (submitted) attempt = *submit(at.house, attempt, runner::review::Verdict::comment);
  }

  Scored scored() const { return *score(at.house, attempt); }
  Level level() const { return scored().assessment.defects.front().level; }

  Checked<runner::review::Decision> decide(const std::string& target, DecisionKind kind, Level level = {},
                                           const std::string& reason = "because",
                                           const std::string& by = "ana", Fate fate = Fate::neutral) const {
    return runner::session::decide(
        at.house, scored(),
        {.target = target, .kind = kind, .level = level, .fate = fate, .reason = reason, .by = by});
  }
};

}  // namespace

TEST_CASE("decided, decided otherwise, taken back: the score follows, the journal keeps all of it") {
  const Sitting here;
  const auto pair = "c1.1:" + here.defect;
  const auto before = here.level();
  const auto one = here.decide(pair, DecisionKind::accept);
  REQUIRE(one);
  CHECK(one->number == 1);
  CHECK(one->level >= Level::identified);
  CHECK(one->program_level == before);
  CHECK(one->tool_version == tool_version());
  CHECK(here.level() == one->level);
  REQUIRE(here.decide("c1:" + here.defect, DecisionKind::set, Level::fixed, "said aloud", "ben"));
  CHECK(here.level() == Level::fixed);
  REQUIRE(here.decide(pair, DecisionKind::withdraw));
  CHECK(here.level() == before);
  auto store = Store::open(here.at.house);
  const auto journal = store->decisions(here.attempt.id);
  REQUIRE(journal->size() == 3);
  CHECK((*journal)[0] == *one);
  CHECK((*journal)[1].by == "ben");
  CHECK((*journal)[2].kind == DecisionKind::withdraw);
  CHECK(here.scored().decisions == *journal);
}

TEST_CASE("what an uncredited claim is can be decided, and a person's extra counts as one") {
  const Sitting here;
  CHECK(here.scored().card.counts.valid_extras == 0);
  REQUIRE(here.decide("c2", DecisionKind::count_as, {}, "it is a real one", "ana", Fate::valid_extra));
  CHECK(here.scored().card.counts.valid_extras == 1);
}

TEST_CASE("what cannot be decided is refused, and nothing is kept") {
  const Sitting here;
  const auto pair = "c1.1:" + here.defect;
  struct Row {
    std::string target;
    DecisionKind kind;
    std::string reason, by, problem;
  };
  for (const Row& row : std::vector<Row>{
           {pair, DecisionKind::accept, "", "ana", "is missing or empty"},
           {pair, DecisionKind::accept, "because", " ", "is missing or empty"},
           {pair, DecisionKind::accept, "two\nlines", "ana", "holds a line break or a control character"},
           {pair, DecisionKind::accept, std::string(2001, 'x'), "ana", "is longer than 2000 bytes"},
           {"c9.1:" + here.defect, DecisionKind::accept, "x", "ana", "has no claim 'c9.1'"},
           {"c1.7:" + here.defect, DecisionKind::accept, "x", "ana", "has no claim 'c1.7'"},
           {"c1.0:" + here.defect, DecisionKind::accept, "x", "ana", "has no claim 'c1.0'"},
           {"c1.1:nonsense", DecisionKind::accept, "x", "ana", "has no planted defect 'nonsense'"},
           {"c1.1", DecisionKind::accept, "x", "ana", "names no defect"},
           {pair, DecisionKind::count_as, "x", "ana",
            "names a defect: what a claim counts as is decided about the claim"},
           {pair, DecisionKind::withdraw, "x", "ana", "nobody has decided about it"}}) {
    CAPTURE(row.problem);
    const auto refused = here.decide(row.target, row.kind, Level::missed, row.reason, row.by);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error()[0].problem == row.problem);
  }
  CHECK(here.scored().decisions.empty());
  const Sitting open(false);
  CHECK_FALSE(open.decide("c1.1:" + open.defect, DecisionKind::accept).has_value());
}

TEST_CASE("a score that was given stands until something that was scored changes") {
  const Sitting here;
  CHECK_FALSE(standing_score(here.at.house, here.attempt)->has_value());
  const auto first = here.scored();
  const auto kept = keep_score(here.at.house, first, "document one");
  REQUIRE(kept);
  CHECK(kept->number == 1);
  CHECK(keep_score(here.at.house, first, "document one")->number == 1);  // says the same: not kept twice
  CHECK((*standing_score(here.at.house, here.attempt))->document == "document one");
  REQUIRE(here.decide("c1.1:" + here.defect, DecisionKind::accept));
  CHECK_FALSE(standing_score(here.at.house, here.attempt)->has_value());
  CHECK(keep_score(here.at.house, here.scored(), "document two")->number == 2);
  CHECK((*standing_score(here.at.house, here.attempt))->document == "document two");
  CHECK(score_record(here.at.house, here.attempt, 1)->document == "document one");
  CHECK_FALSE(score_record(here.at.house, here.attempt, 3).has_value());
}

TEST_CASE("what a score is made of has a digest: a comment, a proof, a verdict, a decision each change it") {
  const Sitting here;
  const auto before = *inputs_of(here.at.house, here.attempt);
  CHECK(before == here.scored().inputs);
  CHECK(before.size() == 64);
  auto other = here.attempt;
  other.verdict = runner::review::Verdict::approve;
  CHECK(*inputs_of(here.at.house, other) != before);
  auto store = Store::open(here.at.house);
  REQUIRE(store->put(here.attempt.id, StoredTrial{.comment = "c1", .defect = here.defect}));
  CHECK(*inputs_of(here.at.house, here.attempt) != before);
}

TEST_CASE("an attempt that is open has no score that stands") {
  const Sitting open(false);
  REQUIRE(keep_score(open.at.house, open.scored(), "draft"));
  CHECK_FALSE(standing_score(open.at.house, open.attempt)->has_value());
}
