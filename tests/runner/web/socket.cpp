// The live connection on a real socket: upgrade, frames both ways, resuming, limits, an orderly end.

#include <chrono>

#include "runner/session/pair.hpp"
#include "running.hpp"

using namespace runner::web;
namespace session = runner::session;

namespace {

struct Session {
  Running server;
  session::PairMade made =
      *session::open_pair(server.at.at.house, {.exercise = "order-search", .seed = 7}, session::command_line);
  std::string origin = server.at.site.url;

  Browser candidate(int seen = 0) {
    return {server.port, "/r/i1/pair/live?seen=" + std::to_string(seen), made.candidate_token, origin};
  }
  Browser interviewer() { return {server.port, "/desk/pair/p1/pair/live", made.interviewer_token, origin}; }
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("two browsers: what one sends comes to the other") {
  Session two;
  auto candidate = two.candidate(), interviewer = two.interviewer();
  CHECK(has(candidate.until("\"interviewer\":1"), "HTTP/1.1 101"));
  CHECK(has(interviewer.until("hello"), "HTTP/1.1 101"));
  interviewer.send(act_frame("r1", "do=note&text=private"));
  interviewer.send(act_frame("r2", "do=hint&text=look+again"));
  CHECK(has(candidate.until("look again"), "\"n\":1"));
  CHECK(!has(candidate.came, "private"));
  CHECK(has(interviewer.until("\"ref\":\"r2\""), "private"));
  candidate.send(act_frame("r3", "do=hint&text=mine"));
  CHECK(has(candidate.until("refused"), "the candidate cannot send 'hint'"));
}

TEST_CASE("a connection that broke goes on after the last event it had") {
  Session two;
  auto interviewer = two.interviewer();
  static_cast<void>(interviewer.until("hello"));
  interviewer.send(act_frame("r1", "do=hint&text=first"));
  {
    auto candidate = two.candidate();
    REQUIRE(has(candidate.until("first"), "\"n\":1"));
  }
  interviewer.send(act_frame("r2", "do=hint&text=second"));
  REQUIRE(has(interviewer.until("\"ref\":\"r2\""), "done"));
  auto candidate = two.candidate(1);
  CHECK(has(candidate.until("second"), "\"n\":2"));
  CHECK(!has(candidate.came, "first"));
}

TEST_CASE("who may not come in is told so in HTTP") {
  Session two;
  Browser foreign(two.server.port, "/r/i1/pair/live", two.made.candidate_token, "https://example.com");
  CHECK(has(foreign.until("\r\n\r\n"), "HTTP/1.1 403"));
  Browser stranger(two.server.port, "/desk/pair/p1/pair/live", two.made.candidate_token, two.origin);
  CHECK(has(stranger.until("\r\n\r\n"), "HTTP/1.1 404"));
  Browser elsewhere(two.server.port, "/healthz", "", two.origin);
  CHECK(has(elsewhere.until("\r\n\r\n"), "HTTP/1.1 404"));
}

TEST_CASE("a frame that is too large ends the connection, and nobody else's") {
  Session two;
  auto candidate = two.candidate(), interviewer = two.interviewer();
  static_cast<void>(candidate.until("hello")), static_cast<void>(interviewer.until("hello"));
  candidate.send(act_frame("r1", "do=ask&text=" + std::string(longest_frame, 'x')));
  CHECK(has(interviewer.until("\"candidate\":0"), "\"candidate\":0"));
  interviewer.send(act_frame("r2", "do=note&text=still+here"));
  CHECK(has(interviewer.until("\"ref\":\"r2\""), "done"));
}

TEST_CASE("told to end, the server does not wait for live connections") {
  Session two;
  auto candidate = two.candidate();
  static_cast<void>(candidate.until("hello"));
  const auto began = std::chrono::steady_clock::now();
  two.server.stop();
  CHECK(std::chrono::steady_clock::now() - began < 5s);
}
