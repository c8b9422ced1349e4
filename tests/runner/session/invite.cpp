#include "runner/session/invite.hpp"

#include <fstream>
#include <iterator>

#include "runner/session/audit.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/secret.hpp"
#include "runner/session/start.hpp"
#include "runner/session/write.hpp"
#include "temporary.hpp"

using namespace runner::session;
namespace fs = std::filesystem;

namespace {

Invited invited(const TestHouse& at, const std::string& name = "heron") {
  auto made = invite(at.house, {.name = name, .exercise = "payments-webhook", .seed = 7}, command_line);
  REQUIRE(made);
  return *std::move(made);
}

std::vector<std::string> actions(const TestHouse& at) {
  std::vector<std::string> all;
  const auto log = audit_log(at.house);
  for (const auto& entry : *log) all.push_back(entry.action);
  return all;
}

}  // namespace

TEST_CASE("a token admits its own invitation and no other text admits anything") {
  const TestHouse at;
  const auto one = invited(at), two = invited(at, "wren");
  CHECK(one.invitation.id == "i1");
  CHECK((*admit(at.house, one.token))->id == "i1");
  CHECK((*admit(at.house, two.token))->id == "i2");
  const std::string others[] = {"", "i1", one.invitation.token_hash, one.token + "A", draw_token()};
  for (const auto& other : others) CHECK(!*admit(at.house, other));
}

TEST_CASE("no file of the store holds the token") {
  const TestHouse at;
  const auto made = invited(at);
  int files = 0;
  for (const auto& entry : fs::directory_iterator(at.house.store)) {
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    CHECK(bytes.find(made.token) == std::string::npos);
    ++files;
  }
  CHECK(files > 0);
}

TEST_CASE("what cannot be an invitation is refused, all of it at once, and nothing is kept") {
  const TestHouse at;
  const InviteRequest wrong[] = {
      {.exercise = "nonsense"},
      {.name = std::string(101, 'x'), .exercise = "payments-webhook"},
      {.name = "a\nb", .exercise = "payments-webhook"},
      {.exercise = "payments-webhook", .deadline = "soon"},
      {.exercise = "payments-webhook", .deadline = "2020-01-01"},
      {.exercise = "payments-webhook", .time_factor = 10},
      {.role = Role::interviewer, .name = " "},
  };
  for (const auto& request : wrong) CHECK(!invite(at.house, request, command_line));
  const auto two =
      invite(at.house, {.exercise = "payments-webhook", .deadline = "soon", .time_factor = 10}, command_line);
  CHECK(two.error().size() == 2);
  CHECK(list_invitations(at.house)->empty());
  CHECK(audit_log(at.house)->empty());
}

TEST_CASE("a deadline is a day's end, or a moment brought to UTC") {
  const TestHouse at;
  const auto deadline = [&](const std::string& typed) {
    return invite(at.house, {.exercise = "payments-webhook", .seed = 7, .deadline = typed}, command_line)
        ->invitation.deadline;
  };
  CHECK(deadline("2999-04-30") == "2999-04-30T23:59:59Z");
  CHECK(deadline("2999-04-30T18:00:00+02:00") == "2999-04-30T16:00:00Z");
  CHECK(deadline("").empty());
}

TEST_CASE("to begin twice is to begin once; the commits are those of a folder; nothing is left on disk") {
  const TestHouse at;
  const auto made = invited(at);
  const auto first = begin(at.house, made.invitation), second = begin(at.house, made.invitation);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->id == second->id);
  CHECK(first->candidate == "heron");
  CHECK(first->folder.empty());
  const auto beside = start(at.house, {.exercise = "payments-webhook",
                                       .seed = 7,
                                       .plant = {},
                                       .candidate = {},
                                       .into = at.folder.path() / "beside"});
  CHECK(first->change_commit == beside->change_commit);
  CHECK(first->planted == beside->planted);
  CHECK(actions(at) == std::vector<std::string>{"invite", "begin"});
}

TEST_CASE("past the deadline nobody begins, and who began may finish") {
  const TestHouse at;
  auto made = invited(at);
  const auto attempt = begin(at.house, made.invitation);
  auto store = *Store::open(at.house);
  auto late = made.invitation;
  late.attempt = attempt->id, late.deadline = "2020-01-01T00:00:00Z";
  REQUIRE(store.put(late));
  CHECK(begin(at.house, made.invitation)->id == attempt->id);
  CHECK(stand_of(*invitation_state(at.house, "i1"), now_utc()) == Stand::started);
  auto other = invited(at, "wren").invitation;
  other.deadline = "2020-01-01T00:00:00Z";
  REQUIRE(store.put(other));
  CHECK(!begin(at.house, other));
  CHECK(stand_of(*invitation_state(at.house, "i2"), now_utc()) == Stand::expired);
}

TEST_CASE("a token that is taken back opens nothing; what was written stays") {
  const TestHouse at;
  const auto made = invited(at);
  REQUIRE(begin(at.house, made.invitation));
  REQUIRE(revoke(at.house, "i1", command_line));
  CHECK(!*admit(at.house, made.token));
  CHECK(list_attempts(at.house)->size() == 1);
  CHECK(stand_of(*invitation_state(at.house, "i1"), now_utc()) == Stand::revoked);
  CHECK(!revoke(at.house, "i9", command_line));
}

TEST_CASE("the clock can be stopped and goes on, and the audit log knows") {
  const TestHouse at;
  const auto made = invited(at);
  CHECK(!set_clock(at.house, "i1", Clock::pause, "i9"));  // not begun
  REQUIRE(begin(at.house, made.invitation));
  CHECK(!set_clock(at.house, "i1", Clock::resume, "i9"));
  REQUIRE(set_clock(at.house, "i1", Clock::pause, "i9"));
  CHECK(!set_clock(at.house, "i1", Clock::pause, "i9"));
  CHECK(stand_of(*invitation_state(at.house, "i1"), now_utc()) == Stand::paused);
  REQUIRE(set_clock(at.house, "i1", Clock::resume, "i9"));
  CHECK(actions(at) == std::vector<std::string>{"invite", "begin", "pause", "resume"});
  CHECK((*audit_log(at.house))[2].actor == "i9");
}

TEST_CASE("the budget: minutes by the factor, less the pauses, until now or the submission") {
  InvitationState state{.invitation = {}, .attempt = {}, .pauses = {}};
  state.invitation.time_factor = 150;
  CHECK(budget_of(state, 40, "2026-03-17T10:00:00Z").allowed == 3600);
  CHECK(budget_of(state, 40, "2026-03-17T10:00:00Z").used == 0);
  state.attempt = sample_attempt("a-1");
  state.attempt->started_at = "2026-03-17T10:00:00Z";
  state.pauses = {{"2026-03-17T10:05:00Z", "2026-03-17T10:10:00Z"}, {"2026-03-17T10:20:00Z", ""}};
  CHECK(budget_of(state, 40, "2026-03-17T10:30:00Z").used == 15 * 60);
  state.attempt->submitted_at = "2026-03-17T10:15:00Z";
  CHECK(budget_of(state, 40, "2026-03-17T10:30:00Z").used == 10 * 60);
}

TEST_CASE("deadline, factor and feedback can be changed; token, name and exercise stay") {
  const TestHouse at;
  const auto made = invited(at);
  const auto changed = change_invitation(
      at.house, "i1", {.deadline = "2999-01-01", .time_factor = 125, .feedback = Feedback::answers}, "i9");
  REQUIRE(changed);
  auto expected = made.invitation;
  expected.deadline = "2999-01-01T23:59:59Z", expected.time_factor = 125,
  expected.feedback = Feedback::answers;
  CHECK((*admit(at.house, made.token)) == expected);
  CHECK(!change_invitation(at.house, "i1", {.time_factor = 5000}, "i9"));
}

TEST_CASE(
    "summary, verdict and viewed files are kept, and the summary becomes a comment with the submission") {
  const TestHouse at;
  const auto attempt = *begin(at.house, invited(at).invitation);
  REQUIRE(save_closing(at.house, attempt, "Two blockers.", runner::review::Verdict::request_changes));
  REQUIRE(mark_viewed(at.house, attempt, "b.py", Viewed::yes));
  REQUIRE(mark_viewed(at.house, attempt, "a.py", Viewed::yes));
  REQUIRE(mark_viewed(at.house, attempt, "a.py", Viewed::yes));
  REQUIRE(mark_viewed(at.house, attempt, "b.py", Viewed::no));
  const auto draft = draft_of(at.house, attempt);
  CHECK(draft->closing.summary == "Two blockers.");
  CHECK(draft->viewed == std::vector<std::string>{"a.py"});
  REQUIRE(submit(at.house, attempt, runner::review::Verdict::request_changes, "i1"));
  const auto after = draft_of(at.house, attempt);
  REQUIRE(after->comments.size() == 1);
  CHECK(after->comments[0].body == "Two blockers.");
  CHECK(after->comments[0].state == runner::review::CommentState::submitted);
  CHECK(!save_closing(at.house, attempt, "too late", runner::review::Verdict::approve));
  CHECK(!submit(at.house, attempt, runner::review::Verdict::approve, "i1"));
  CHECK(audit_log(at.house)->back().detail == "request-changes");
}
