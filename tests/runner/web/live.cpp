// The live connection without a socket: what each of the two is sent, what each may send.
#include "runner/web/live.hpp"

#include <nlohmann/json.hpp>

#include "runner/session/comment.hpp"
#include "runner/session/pair.hpp"
#include "runner/session/write.hpp"
#include "site.hpp"

using namespace runner::web;
namespace session = runner::session;
using session::PairKind;
using session::Voice;

namespace {

struct Room {
  TestSite at;
  session::PairMade made = *session::open_pair(
      at.at.house, {.exercise = "order-search", .candidate = "heron", .seed = 7}, session::command_line);

  void say(Voice by, PairKind kind, const std::string& text, const std::string& subject = "") {
    REQUIRE(session::act(at.at.house, made.pair, by, {.kind = kind, .subject = subject, .text = text}));
  }
};

struct Tab {
  Tab(Room& room, Voice voice, int seen = 0)
      : live(room.at.site, {.pair = room.made.pair, .voice = voice, .seen = seen}, [this] { ++woken; }) {}
  // Types of what came, an event with its kind and number: "hello event:1:hint presence".
  std::string news() { return told(live.news()); }
  std::string hear(const std::string& frame) { return told(live.hear(frame)); }
  std::string told(const std::vector<std::string>& frames) {
    std::string out;
    for (const auto& frame : frames) {
      all += frame + "\n";
      const auto json = nlohmann::json::parse(frame);
      out += (out.empty() ? "" : " ") + json["type"].get<std::string>();
      if (json["type"] == "event")
        out += ":" + std::to_string(json["n"].get<int>()) + ":" + json["kind"].get<std::string>();
      if (json["type"] == "presence")
        out += ":" + std::to_string(json["candidate"].get<int>()) + ":" +
               std::to_string(json["interviewer"].get<int>());
      if (json["type"] == "follow") out += ":" + json["do"].get<std::string>();
      if (json["type"] == "scroll") out += ":" + json["at"].get<std::string>();
    }
    return out;
  }
  int woken = 0;
  std::string all;
  Live live;
};

std::string act(const std::string& ref, const std::string& form) {
  return nlohmann::json{{"type", "act"}, {"ref", ref}, {"form", form}}.dump();
}

}  // namespace

TEST_CASE("each gets what is theirs, in order, and its numbers have no gaps") {
  Room room;
  Tab candidate(room, Voice::candidate), interviewer(room, Voice::interviewer);
  CHECK(candidate.news() == "hello presence:1:1");
  room.say(Voice::interviewer, PairKind::note, "private");
  room.say(Voice::interviewer, PairKind::hint, "given");
  room.say(Voice::candidate, PairKind::ask, "logs?");
  CHECK(candidate.news() == "event:1:hint event:2:ask");
  CHECK(interviewer.news() == "hello event:1:note event:2:hint event:3:ask presence:1:1");
  CHECK(candidate.news().empty());
}

TEST_CASE("a broken connection goes on after what it had, without loss and without repeating") {
  Room room;
  for (const auto* text : {"a", "b", "c", "d"}) {
    room.say(Voice::interviewer, PairKind::note, text);
    room.say(Voice::interviewer, PairKind::prompt, text);
  }
  const std::pair<int, std::string_view> rows[] = {
      {0, "hello event:1:prompt event:2:prompt event:3:prompt event:4:prompt presence:1:0"},
      {1, "hello event:2:prompt event:3:prompt event:4:prompt presence:1:0"},
      {3, "hello event:4:prompt presence:1:0"},
      {4, "hello presence:1:0"},
      {99, "hello presence:1:0"}};
  for (const auto& [seen, frames] : rows) CHECK(Tab(room, Voice::candidate, seen).news() == frames);
}

TEST_CASE("an act is confirmed, tells the others, and counts once however often it is sent") {
  Room room;
  Tab candidate(room, Voice::candidate), interviewer(room, Voice::interviewer);
  static_cast<void>(candidate.news()), static_cast<void>(interviewer.news());
  const auto woken = candidate.woken;
  CHECK(interviewer.hear(act("r1", "do=hint&text=look+again")) == "done");
  CHECK(candidate.woken > woken);
  CHECK(interviewer.hear(act("r1", "do=hint&text=look+again")) == "done");
  CHECK(candidate.news() == "event:1:hint");
  CHECK(candidate.hear(act("r2", "do=hint&text=mine")) == "refused");
  CHECK(candidate.hear(act("r3", "do=note&text=mine")) == "refused");
  CHECK(candidate.hear(act("r4", "do=end&sure=yes")) == "refused");
  CHECK(candidate.hear(act("r5", "do=ask&text=metrics%3F")) == "done");
  CHECK(interviewer.news() == "event:1:hint event:2:ask");
}

TEST_CASE("what is no frame is refused, and costs the connection nothing else") {
  Room room;
  Tab candidate(room, Voice::candidate);
  for (const auto* frame : {"", "x", "[]", "1", "{}", R"({"type":1})", R"({"type":"board"})",
                            R"({"type":"act","form":[1]})", "{\"type\":\"\xff\"}"})
    CHECK(candidate.hear(frame) == "refused");
  CHECK(candidate.hear(act("r", "do=ask&text=still+here")) == "done");
}

TEST_CASE("too many frames are refused until time has passed, and a flood ends") {
  Room room;
  Tab candidate(room, Voice::candidate);
  int done = 0;
  for (int i = 0; i < 40; ++i)
    done += candidate.hear(act("r" + std::to_string(i), "do=ask&text=x")) == "done" ? 1 : 0;
  CHECK(done == 20);
  CHECK(!candidate.live.tired());
  room.at.time += 5;
  CHECK(candidate.hear(act("later", "do=ask&text=x")) == "done");
  for (int i = 0; i < 60; ++i) static_cast<void>(candidate.hear("x"));
  CHECK(candidate.live.tired());
}

TEST_CASE("scrolling is passed on only while its owner allows it, of one page alone") {
  Room room;
  Tab first(room, Voice::candidate), second(room, Voice::candidate), interviewer(room, Voice::interviewer);
  static_cast<void>(first.news()), static_cast<void>(second.news()), static_cast<void>(interviewer.news());
  const std::string scroll = R"({"type":"scroll","at":"f0a12"})";
  CHECK(first.hear(scroll).empty());
  CHECK(interviewer.news().empty());
  CHECK(interviewer.hear(R"({"type":"follow","do":"ask"})").empty());
  CHECK(first.news() == "follow:ask");
  static_cast<void>(first.hear(R"({"type":"follow","do":"allow"})"));
  static_cast<void>(first.hear(scroll)), static_cast<void>(second.hear(scroll));
  CHECK(interviewer.news() == "follow:allow scroll:f0a12");
  static_cast<void>(first.hear(R"({"type":"scroll","at":"<b>"})"));
  static_cast<void>(first.hear(R"({"type":"follow","do":"stop"})")), static_cast<void>(first.hear(scroll));
  CHECK(interviewer.news() == "follow:stop");
}

TEST_CASE("presence follows who comes and goes, and seats are counted") {
  Room room;
  Tab interviewer(room, Voice::interviewer);
  CHECK(interviewer.news() == "hello presence:0:1");
  {
    const Tab candidate(room, Voice::candidate);
    CHECK(interviewer.news() == "presence:1:1");
  }
  CHECK(interviewer.news() == "presence:0:1");
  std::vector<std::unique_ptr<Tab>> tabs;
  for (int i = 0; i < most_seats; ++i) tabs.push_back(std::make_unique<Tab>(room, Voice::candidate));
  CHECK(tabs.back()->live.seated());
  CHECK(!Tab(room, Voice::candidate).live.seated());
}

TEST_CASE("another session's pages hear nothing") {
  Room room;
  const auto other =
      *session::open_pair(room.at.at.house, {.exercise = "order-search"}, session::command_line);
  Live stranger(room.at.site, {.pair = other.pair, .voice = Voice::interviewer}, [] {});
  static_cast<void>(stranger.news());
  Tab candidate(room, Voice::candidate);
  static_cast<void>(candidate.hear(R"({"type":"follow","do":"allow"})"));
  room.say(Voice::interviewer, PairKind::hint, "x");
  CHECK(stranger.news().empty());
}
