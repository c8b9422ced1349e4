#include "runner/session/subject.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "runner/session/audit.hpp"
#include "runner/session/clock.hpp"
#include "runner/session/comment.hpp"
#include "runner/session/invite.hpp"
#include "runner/session/unfinished.hpp"
#include "runner/session/write.hpp"
#include "temporary.hpp"

namespace runner::session {
namespace {

constexpr auto said = "the words of heron, nobody else's";
constexpr auto typed = "half a sentence of heron's";

Attempt begun(const House& house, const std::string& name, const std::string& words) {
  const auto invited = invite(house, {.name = name, .exercise = "payments-webhook", .seed = 7}, command_line);
  REQUIRE(invited);
  auto attempt = begin(house, invited->invitation);
  REQUIRE(attempt);
  REQUIRE(add_comment(
      house, *attempt,
      {.scope = review::CommentScope::review, .path = {}, .lines = {}, .body = words, .severity = {}}));
  return *std::move(attempt);
}

bool on_disk(const House& house, const std::string& text) {
  for (const auto* name : {"attempts.sqlite", "attempts.sqlite-wal"}) {
    std::ifstream file(house.store / name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (bytes.find(text) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("what is held about a person can be told, and erased out of the file; others stay") {
  const TestHouse at;
  const auto heron = begun(at.house, "heron", said);
  const auto wren = begun(at.house, "wren", "wren's words");
  REQUIRE(keep_unfinished(at.house, heron,
                          {.place = "review", .body = typed, .severity = {}, .last = 0, .saved_at = {}}));
  CHECK(on_disk(at.house, said));

  for (const auto& subject : {std::string("heron"), heron.id, std::string("i1")}) {
    const auto held = held_about(at.house, subject);
    REQUIRE(held);
    REQUIRE(held->attempts.size() == 1);
    CHECK(held->attempts[0].comments.at(0).body == said);
    CHECK(held->attempts[0].unfinished.at(0).body == typed);
    CHECK(held->attempts[0].attempt.planted.empty());
    CHECK(held->invitations.at(0).invitation.token_hash.empty());
  }
  CHECK(!held_about(at.house, "nobody"));

  const auto erased = erase(at.house, "heron", command_line);
  REQUIRE(erased);
  CHECK(erased->attempts == std::vector{heron.id});
  CHECK(erased->invitations == std::vector<std::string>{"i1"});
  for (const auto* text : {said, typed, "heron"}) CHECK(!on_disk(at.house, text));
  CHECK(!held_about(at.house, "heron"));
  CHECK(!held_about(at.house, "i1"));
  CHECK(held_about(at.house, "wren")->attempts.at(0).comments.size() == 1);
  const auto log = audit_log(at.house);
  REQUIRE(log);
  CHECK(verify(*log));
  CHECK(std::ranges::count(*log, std::string("erase"), &AuditEntry::action) == 2);
}

TEST_CASE("no id is given twice, though the last attempt was erased") {
  const TestHouse at;
  const auto first = begun(at.house, "heron", said);
  REQUIRE(erase(at.house, first.id, command_line));
  const auto second = begun(at.house, "heron", said);
  CHECK(second.id != first.id);
  CHECK(list_invitations(at.house)->back().invitation.id == "i2");
}

TEST_CASE("retention takes what ended, and was never begun, so many days ago") {
  const TestHouse at;
  const auto attempt = begun(at.house, "heron", said);
  REQUIRE(invite(at.house, {.name = "wren", .exercise = "payments-webhook", .seed = 7}, command_line));
  REQUIRE(invite(at.house, {.role = Role::interviewer, .name = "ana"}, command_line));
  CHECK(overdue(at.house, 30, now_utc())->attempts.empty());
  const auto late = overdue(at.house, 30, "2126-01-01T00:00:00Z");
  REQUIRE(late);
  CHECK(late->attempts.size() == 1);
  CHECK(late->invitations.size() == 2);  // not the interviewer's
  CHECK(!overdue(at.house, 30, "yesterday"));
  REQUIRE(erase(at.house, *late, command_line));
  CHECK(list_attempts(at.house)->empty());
  CHECK(overdue(at.house, 0, "2126-01-01T00:00:00Z")->invitations.empty());
}

}  // namespace runner::session
