// A pair session in the store: what each may do, that the log is all there is to know, and the end.
#include "runner/session/pair.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "runner/session/comment.hpp"
#include "runner/session/import.hpp"
#include "runner/session/invite.hpp"
#include "runner/session/score.hpp"
#include "runner/session/subject.hpp"
#include "runner/session/write.hpp"
#include "temporary.hpp"

using namespace runner::session;
using runner::review::Verdict;

namespace {

CommentRequest whole(const std::string& body) {
  CommentRequest request;
  request.scope = runner::review::CommentScope::review;
  request.body = body;
  return request;
}

struct Session {
  TestHouse at;
  PairMade made =
      *open_pair(at.house, {.exercise = "order-search", .candidate = "heron", .seed = 7}, command_line);

  Checked<PairEvent> say(Voice by, PairKind kind, std::string text, std::string subject = "",
                         std::string ref = "") {
    return act(at.house, made.pair, by,
               {.kind = kind, .subject = std::move(subject), .text = std::move(text), .ref = std::move(ref)});
  }
  Attempt attempt() { return *find_attempt(at.house, made.pair.attempt, {}); }
  runner::review::Comment comment(const std::string& body) {
    auto added = add_comment(at.house, attempt(), whole(body));
    REQUIRE(added);
    return *added;
  }
  std::vector<PairEvent> log() { return *pair_events(at.house, made.pair); }
};

std::string problem(const Checked<PairEvent>& result) { return result ? "" : result.error().front().problem; }

}  // namespace

TEST_CASE("two links, neither of which is kept, and one attempt") {
  Session session;
  CHECK(session.made.pair.id == "p1");
  CHECK(session.made.pair.minutes > 0);
  const auto candidate = *admit(session.at.house, session.made.candidate_token);
  const auto interviewer = *admit(session.at.house, session.made.interviewer_token);
  REQUIRE(candidate);
  REQUIRE(interviewer);
  CHECK(candidate->role == Role::candidate);
  CHECK(interviewer->role == Role::pair_interviewer);
  CHECK(candidate->attempt == session.made.pair.attempt);
  CHECK(**pair_of_invitation(session.at.house, candidate->id) == session.made.pair);
  CHECK(**pair_of_invitation(session.at.house, interviewer->id) == session.made.pair);
  CHECK(list_pairs(session.at.house)->size() == 1);
}

TEST_CASE("what cannot be made") {
  TestHouse at;
  for (const int minutes : {-1, 91})
    CHECK(!open_pair(at.house, {.exercise = "order-search", .minutes = minutes}, command_line));
  CHECK(!open_pair(at.house, {.exercise = "no-such"}, command_line));
  CHECK(!pair_named(at.house, "p1"));
  CHECK(list_pairs(at.house)->empty());
}

TEST_CASE("who may do what") {
  Session session;
  struct Try {
    Voice by;
    PairKind kind;
    std::string text, subject, problem;
  };
  constexpr auto candidate = Voice::candidate;
  constexpr auto interviewer = Voice::interviewer;
  const std::string wide(2001, 'x');
  const Try rows[] = {
      {candidate, PairKind::ask, "logs of Monday?", "", ""},
      {interviewer, PairKind::ask, "logs?", "", "the interviewer cannot send 'ask'"},
      {candidate, PairKind::hint, "x", "", "the candidate cannot send 'hint'"},
      {candidate, PairKind::note, "x", "", "the candidate cannot send 'note'"},
      {candidate, PairKind::reveal, "", "restart.log", "the candidate cannot send 'reveal'"},
      {candidate, PairKind::clock, "", "start", "the candidate cannot send 'clock'"},
      {candidate, PairKind::comment, "x", "c1", "the candidate cannot send 'comment'"},
      {candidate, PairKind::ended, "", "", "the candidate cannot send 'ended'"},
      {interviewer, PairKind::ended, "", "", "the interviewer cannot send 'ended'"},
      {interviewer, PairKind::prompt, " \n", "", "there is no text"},
      {interviewer, PairKind::prompt, wide, "", "the text is longer than 2000 bytes"},
      {interviewer, PairKind::prompt, "Why?", "", ""},
      {interviewer, PairKind::clock, "", "pause", "the clock stands"},
      {interviewer, PairKind::clock, "", "start", ""},
      {interviewer, PairKind::clock, "", "start", "the clock is running"},
      {interviewer, PairKind::clock, "", "wind", "the clock can be started and paused"},
      {interviewer, PairKind::reveal, "", "nothing.log", "the exercise has no artefact 'nothing.log'"},
      {interviewer, PairKind::reveal, "", "../exercise.toml",
       "the exercise has no artefact '../exercise.toml'"},
      {interviewer, PairKind::reveal, "", "memory.csv", ""},
      {interviewer, PairKind::reveal, "", "memory.csv", "'memory.csv' is revealed already"},
      {interviewer, PairKind::limit, "Gone.", "coffee", "'coffee' is no sort of artefact"},
      {interviewer, PairKind::limit, "Logs are unavailable from now on.", "logs", ""},
      {interviewer, PairKind::reveal, "", "restart.log", "you have said that logs are not available"},
      {interviewer, PairKind::note, "calm", "", ""},
  };
  for (const auto& row : rows) {
    INFO(row.text << " " << row.subject);
    CHECK(problem(session.say(row.by, row.kind, row.text, row.subject)) == row.problem);
  }
  int number = 0;
  for (const auto& event : session.log()) CHECK(event.number == ++number);
}

TEST_CASE("sent again with its ref it counts once, and nobody takes another's ref") {
  Session session;
  const auto first = session.say(Voice::interviewer, PairKind::hint, "one", "", "r1");
  const auto again = session.say(Voice::interviewer, PairKind::hint, "one", "", "r1");
  const auto other = session.say(Voice::candidate, PairKind::ask, "two", "", "r1");
  REQUIRE((first && again && other));
  CHECK(*first == *again);
  CHECK(other->text == "two");
  CHECK(session.log().size() == 2);
}

TEST_CASE("the log folds to what the store holds of the review, however it was written") {
  Session session;
  const auto house = session.at.house;
  const auto one = session.comment("one"), two = session.comment("two");
  REQUIRE(edit_comment(house, session.attempt(), one.id, {.body = "changed", .severity = {}}));
  REQUIRE(remove_comment(house, session.attempt(), two.id));
  session.comment("three");
  REQUIRE(add_comment(house, session.attempt(),
                      {.path = "desk/app.py",
                       .lines = {{1}, {2}},
                       .body = "lines",
                       .severity = runner::review::Severity::major})
              .has_value());
  REQUIRE(save_closing(house, session.attempt(), "All in all", Verdict::approve));
  const auto state = fold(session.log());
  const auto draft = *draft_of(house, session.attempt());
  REQUIRE(state.comments.size() == draft.comments.size());
  for (std::size_t i = 0; i < draft.comments.size(); ++i) {
    CHECK(state.comments[i].id == draft.comments[i].id);
    CHECK(state.comments[i].body == draft.comments[i].body);
    CHECK(state.comments[i].severity == draft.comments[i].severity);
    CHECK(place_text(state.comments[i]) == place_text(draft.comments[i]));
  }
  CHECK(state.closing.summary == "All in all");
  CHECK(state.closing.verdict == Verdict::approve);
}

TEST_CASE("ended, it is a submitted attempt that scores, and nothing can be added") {
  Session session;
  session.comment("There is no timeout on the call");
  REQUIRE(save_closing(session.at.house, session.attempt(), "Three sentences.", Verdict::request_changes));
  const auto ended = end_pair(session.at.house, session.made.pair, session.made.pair.interviewer);
  REQUIRE(ended);
  CHECK(ended->state == AttemptState::submitted);
  CHECK(ended->verdict == Verdict::request_changes);
  const auto log = session.log();
  CHECK(log.back().kind == PairKind::ended);
  CHECK(log.back().by == Voice::interviewer);
  CHECK(!fold(log).ended_at.empty());
  const auto scored = score(session.at.house, *ended);
  REQUIRE(scored);
  CHECK(scored->review.comments.size() == 2);  // the summary is one
  CHECK(fold(log).comments.size() == 2);
  CHECK(problem(session.say(Voice::interviewer, PairKind::hint, "late")) == "the session has ended");
  CHECK(!end_pair(session.at.house, session.made.pair, "x"));
  CHECK(session.log().size() == log.size());
}

TEST_CASE("the candidate's own submission ends it as well") {
  Session session;
  REQUIRE(submit(session.at.house, session.attempt(), Verdict::approve, session.made.pair.candidate));
  CHECK(session.log().back().by == Voice::candidate);
}

TEST_CASE("an ordinary review writes no log") {
  Session session;
  const auto other = invite(session.at.house, {.exercise = "order-search", .seed = 7}, command_line);
  REQUIRE(other);
  const auto attempt = begin(session.at.house, other->invitation);
  REQUIRE(attempt);
  REQUIRE(add_comment(session.at.house, *attempt, whole("x")));
  CHECK(session.log().empty());
  CHECK(!*pair_of_invitation(session.at.house, other->invitation.id));
}

TEST_CASE("erased with its attempt: no event stays, both links open nothing, and its id is not given again") {
  Session session;
  REQUIRE(session.say(Voice::interviewer, PairKind::note, "seems to guess"));
  REQUIRE(erase(session.at.house, session.made.pair.attempt, command_line));
  CHECK(!*admit(session.at.house, session.made.candidate_token));
  CHECK(!*admit(session.at.house, session.made.interviewer_token));
  const auto again =
      open_pair(session.at.house, {.exercise = "order-search", .candidate = "wren", .seed = 7}, command_line);
  REQUIRE(again);
  CHECK(again->pair.id == "p2");
  CHECK(pair_events(session.at.house, again->pair)->size() == Session().log().size());
}
