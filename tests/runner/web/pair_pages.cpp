// A pair session by its pages, without a script and without a socket; and what a candidate is never sent.
#include "runner/web/pair.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "runner/session/pair.hpp"
#include "runner/web/live.hpp"
#include "secrets.hpp"
#include "site.hpp"

using namespace runner::web;
namespace session = runner::session;
using session::Voice;

namespace {

struct Two {
  TestSite at;
  session::PairMade made = *session::open_pair(
      at.at.house, {.exercise = "order-search", .candidate = "heron", .interviewer = "ana", .seed = seed},
      session::command_line);
  const std::string& candidate = made.candidate_token;
  const std::string& interviewer = made.interviewer_token;

  Response theirs(const std::string& path) { return at.get("/r/i1" + path, candidate); }
  Response ours(const std::string& path) { return at.get("/desk/pair/p1" + path, interviewer); }
  Response say(const std::string& fields) { return at.post("/desk/pair/p1/pair", interviewer, fields); }
  Response ask(const std::string& fields) { return at.post("/r/i1/pair", candidate, fields); }
};

// A frame's texts as they were before JSON escaped them.
std::string texts_of(const std::string& frame) {
  std::string all;
  const auto json = nlohmann::json::parse(frame);
  for (const auto& value : json) all += value.is_string() ? value.get<std::string>() + "\n" : std::string();
  return all;
}

std::string call_of(Two& two, const std::string& path, const std::string& token, const std::string& origin) {
  const auto called = call({.method = Method::get,
                            .target = path,
                            .headers = {{"cookie", "seedfault=" + token}, {"origin", origin}},
                            .address = "192.0.2.1"},
                           two.at.site);
  if (const auto* refused = std::get_if<Response>(&called)) return std::to_string(refused->status);
  const auto& caller = std::get<LiveCaller>(called);
  return std::string(to_string(caller.voice)) + " of " + caller.pair.id + " after " +
         std::to_string(caller.seen);
}

}  // namespace

TEST_CASE("each link leads to its own page") {
  Two two;
  CHECK(to(two.at.get("/i/" + two.candidate, "")) == "/r/i1");
  CHECK(to(two.at.get("/i/" + two.interviewer, "")) == "/desk/pair/p1");
  CHECK(holds(two.theirs(""), "Go on with your review"));
  CHECK(holds(two.theirs(""), "who sees each comment"));
  CHECK(holds(two.theirs("/change"), "id=\"pair\""));
  CHECK(holds(two.ours(""), "id=\"pair-board\""));
}

TEST_CASE("nobody comes to the other's page, nor further than the session") {
  Two two;
  const auto plain = two.at.candidate(), ana = two.at.interviewer();
  const auto other =
      *session::open_pair(two.at.at.house, {.exercise = "order-search"}, session::command_line);
  for (const auto* path :
       {"/desk/pair/p1", "/desk/pair/p1/change", "/desk/pair/p1/timeline", "/desk/pair/p1/report",
        "/desk/pair/p1/pair/news", "/desk/pair/p1/files", "/desk/pair/p1/file/new/desk/app.py"}) {
    INFO(path);
    CHECK(two.at.get(path, two.interviewer).status == 200);
    CHECK(two.at.get(path, ana.token).status == 200);
    for (const auto* token : {&two.candidate, &plain.token, &other.candidate_token, &other.interviewer_token})
      CHECK(two.at.get(path, *token).status == 404);
  }
  for (const auto* path :
       {"/desk", "/desk/invitations/i1", "/desk/attempts/order-search-1/report", "/r/i1", "/r/i1/change"})
    CHECK(two.at.get(path, two.interviewer).status == 404);
  CHECK(two.at.post("/desk/pair/p1/pair", two.candidate, "do=hint&text=x").status == 404);
  CHECK(two.at.post("/desk/pairs", two.interviewer, "exercise=order-search").status == 404);
  CHECK(two.at.get("/r/i3/pair/news", plain.token).status == 404);  // no pair session's
}

TEST_CASE("without a script: what one says the other reads after a reload") {
  Two two;
  REQUIRE(to(two.ask("do=ask&text=May+I+see+the+memory%3F")) == "/r/i1/change#pair");
  CHECK(holds(two.ours(""), "May I see the memory?"));
  CHECK(!holds(two.theirs("/change"), "memory.csv"));
  REQUIRE(to(two.say("do=reveal&subject=memory.csv")) == "/desk/pair/p1#pair");
  CHECK(holds(two.theirs("/change"), "memory.csv"));
  REQUIRE(two.say("do=hint&text=Look+at+the+page+size").status == 303);
  REQUIRE(two.say("do=note&text=Quick+to+see+it").status == 303);
  CHECK(holds(two.theirs("/change"), "Look at the page size"));
  CHECK(!holds(two.theirs("/change"), "Quick to see it"));
  CHECK(holds(two.ours(""), "Quick to see it"));
  CHECK(holds(two.ours("/timeline"), "Quick to see it"));
  CHECK(two.say("do=reveal&subject=memory.csv").status == 422);
  CHECK(two.say("do=sing&text=x").status == 422);
  CHECK(two.ask("do=hint&text=x").status == 422);
  CHECK(holds(two.ours("/pair/news"), "Quick to see it"));
  CHECK(!holds(two.theirs("/pair/news"), "Quick to see it"));
}

TEST_CASE("the board fills as comments are saved, and only the interviewer writes none") {
  Two two;
  CHECK(holds(two.ours(""), "Coverage: 0 of "));
  REQUIRE(two.at
              .post("/r/i1/comments", two.candidate,
                    "at=review&body=No+limit+on+the+page+size&severity=major&do=save")
              .status == 303);
  const auto page = two.ours("");
  CHECK(holds(page, "id=\"c1\""));
  CHECK(holds(page, "No limit on the page size"));
  CHECK(!holds(page, "Edit or remove"));
  CHECK(!holds(page, "id=\"compose\""));
  CHECK(!holds(two.ours("?at=review"), "id=\"compose\""));
  CHECK(holds(two.theirs("/change"), "Edit or remove"));
  CHECK(holds(two.ours("/pair/news"), "data-row=\"\""));
}

TEST_CASE("the end: confirmed, final, an ordinary report") {
  Two two;
  CHECK(two.say("do=end").status == 422);
  CHECK(two.ask("do=end&sure=yes").status == 422);
  REQUIRE(two.say("do=end&sure=yes").status == 303);
  CHECK(holds(two.theirs(""), "Thank you"));
  CHECK(holds(two.ours(""), "The session has ended"));
  CHECK(holds(two.ours("/report"), "Planted defects"));
  CHECK(two.say("do=hint&text=late").status == 422);
}

TEST_CASE("the timeline: a list of all events, and the session as it stood after each") {
  Two two;
  CHECK(!holds(two.ours("/timeline"), "id=\"replay\""));
  REQUIRE(two.say("do=prompt&text=What+could+go+wrong%3F").status == 303);
  REQUIRE(two.at.post("/r/i1/comments", two.candidate, "at=review&body=All+%3Cof%3E+it&do=save").status ==
          303);
  REQUIRE(two.say("do=note&text=Late+but+sure").status == 303);
  const auto list = two.ours("/timeline");
  CHECK(holds(list, "?at=1#replay\">Step through"));
  CHECK(!holds(list, "Event 1 of 3"));
  const auto first = two.ours("/timeline?at=1"), second = two.ours("/timeline?at=2"),
             last = two.ours("/timeline?at=99");
  CHECK(holds(first, "Event 1 of 3"));
  CHECK(holds(first, "None yet.</p>"));
  CHECK(holds(first, "Coverage: 0 of "));
  CHECK(!holds(first, "id=\"c1\""));
  CHECK(holds(first, "data-step=\"next\" href=\"/desk/pair/p1/timeline?at=2#replay\""));
  CHECK(holds(second, "id=\"c1\""));
  CHECK(holds(second, "All &lt;of&gt; it"));
  CHECK(holds(second, "?at=2#replay\" aria-current=\"step\""));
  CHECK(holds(last, "Event 3 of 3"));
  CHECK(holds(last, "Late but sure"));
  CHECK(!holds(last, "<form"));
  CHECK(two.at.get("/desk/pair/p1/timeline?at=1", two.candidate).status == 404);
}

TEST_CASE("the live connection is for who may see the page, from that page") {
  Two two;
  const auto ana = two.at.interviewer(), plain = two.at.candidate();
  const std::string here = "http://127.0.0.1:8080";
  CHECK(call_of(two, "/r/i1/pair/live", two.candidate, here) == "candidate of p1 after 0");
  CHECK(call_of(two, "/r/i1/pair/live?seen=7", two.candidate, here) == "candidate of p1 after 7");
  CHECK(call_of(two, "/r/i1/pair/live?seen=-7", two.candidate, here) == "candidate of p1 after 0");
  CHECK(call_of(two, "/desk/pair/p1/pair/live", two.interviewer, here) == "interviewer of p1 after 0");
  CHECK(call_of(two, "/desk/pair/p1/pair/live", ana.token, here) == "interviewer of p1 after 0");
  for (const auto* origin : {"", "null", "https://example.com", "http://127.0.0.1:8081"})
    CHECK(call_of(two, "/r/i1/pair/live", two.candidate, origin) == "403");
  CHECK(call_of(two, "/desk/pair/p1/pair/live", two.candidate, here) == "404");
  CHECK(call_of(two, "/r/i1/pair/live", two.interviewer, here) == "404");
  CHECK(call_of(two, "/r/i1/pair/live", "", here) == "404");
  CHECK(call_of(two, "/r/i1/change", two.candidate, here) == "404");
  CHECK(call_of(two, "/r/i4/pair/live", plain.token, here) == "404");
  CHECK(two.theirs("/pair/live").status == 426);
}

TEST_CASE(
    "no frame, page or answer that a candidate gets holds a string of the key, a note, or what is not "
    "given") {
  Two two;
  const auto attempt = session::list_attempts(two.at.at.house)->front();
  auto secrets = secrets_of(two.at, attempt);
  CHECK(secrets.size() > 300);
  secrets.emplace_back("a private note");
  Live candidate(two.at.site, {.pair = two.made.pair, .voice = Voice::candidate}, [] {});
  Live interviewer(two.at.site, {.pair = two.made.pair, .voice = Voice::interviewer}, [] {});
  std::string frames;
  const auto gather = [&] {
    for (const auto& frame : candidate.news()) frames += texts_of(frame);
  };
  const auto hear = [&](Live& live, const std::string& form) {
    const auto answers = live.hear(R"({"type":"act","ref":"","form":")" + form + "\"}");
    if (&live == &candidate)
      for (const auto& frame : answers) frames += texts_of(frame);
  };
  const auto walk = [&] {
    for (const auto* path : {"", "/change", "/pair/news", "/finish", "/look", "/files", "/pair/live"})
      holds_nothing(two.theirs(path), secrets);
    for (const auto* fields :
         {"do=reveal&subject=memory.csv", "do=board", "do=note&text=x", "do=end&sure=yes"})
      holds_nothing(two.ask(fields), secrets);
  };
  gather(), walk();
  REQUIRE(two.at.post("/r/i1/comments", two.candidate, "at=0.a.1&body=No+timeout&do=save").status == 303);
  hear(interviewer, "do=note&text=a+private+note"), hear(interviewer, "do=clock&subject=start");
  hear(interviewer, "do=hint&text=Think+of+load"), hear(interviewer, "do=limit&text=Hurry&subject=logs");
  static_cast<void>(interviewer.hear(R"({"type":"follow","do":"allow"})"));
  for (const auto* form : {"do=reveal&subject=memory.csv", "do=reveal&subject=../defects", "do=note&text=x",
                           "do=board", "do=ask&text=more"})
    hear(candidate, form);
  gather(), walk();
  REQUIRE(two.say("do=end&sure=yes").status == 303);
  gather(), walk();
  CHECK(frames.find("Think of load") != std::string::npos);
  holds_nothing({.body = frames}, secrets);

  std::string theirs;  // the search finds what is there to be found
  for (const auto& frame : interviewer.news()) theirs += frame;
  CHECK(theirs.find("a private note") != std::string::npos);
}
