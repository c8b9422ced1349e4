#include "bench/serve/live.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <nlohmann/json.hpp>

namespace bench {
namespace {

using Json = nlohmann::json;

struct Run {
  asio::io_context io{1};
  Figures figures;
  Clock::time_point end;
  Server server;
  int opened = 0;
  [[nodiscard]] bool over() const { return Clock::now() >= end; }
};

asio::awaitable<void> rest(Run& run, std::chrono::milliseconds time) {
  asio::steady_timer timer(run.io, time);
  co_await timer.async_wait(asio::use_awaitable);
}

// One of the two pages of a session.
struct Page {
  Page(Run& run, const Candidate& who, std::string at, std::string said)
      : who(who),
        home(std::move(at)),
        voice(std::move(said)),
        socket(run.io),
        pages(run.io.get_executor(), run.server, who.token),
        forms(run.io.get_executor(), run.server, who.token),
        bell(run.io, Clock::time_point::max()) {}
  const Candidate& who;
  std::string home;
  std::string voice;
  Socket socket;
  Pages pages, forms;
  asio::steady_timer bell;
  bool stale = false;
  std::map<std::string, Clock::time_point> waiting;  // acts of this page, by their ref
};

struct Talk {
  Talk(Run& run, const Pair& pair)
      : candidate(run, pair.candidate, "/r/" + pair.candidate.invitation, "candidate"),
        interviewer(run, pair.interviewer, "/desk/pair/" + pair.id, "interviewer") {}
  Page candidate, interviewer;
  std::map<std::string, Clock::time_point> told;  // texts on their way to the other page
};

void hear(Run& run, Talk& talk, Page& page, const std::string& text) {
  const auto frame = Json::parse(text);
  const auto type = frame.value("type", "");
  if (type == "done" || type == "refused") {
    const auto ref = frame.value("ref", "");
    if (type == "refused") run.figures.failed("act: " + frame.value("why", ""));
    if (const auto sent = page.waiting.find(ref); sent != page.waiting.end()) {
      run.figures.add("act, until confirmed", sent->second);
      page.waiting.erase(sent);
    }
  }
  if (type != "event") return;
  page.stale = true;
  page.bell.cancel();
  if (frame.value("by", "") == page.voice) return;
  const auto said = talk.told.find(frame.value("text", ""));
  if (said == talk.told.end()) return;
  run.figures.add("event, until the other page has it", said->second);
  talk.told.erase(said);
}

asio::awaitable<void> listen(Run& run, Talk& talk, Page& page) {
  beast::flat_buffer buffer;
  while (!run.over()) {
    buffer.clear();
    co_await page.socket.async_read(buffer, asio::use_awaitable);
    hear(run, talk, page, beast::buffers_to_string(buffer.data()));
  }
}

// What the page's script does: one request at a time for what is new.
asio::awaitable<void> keep_fresh(Run& run, Page& page) {
  while (!run.over()) {
    boost::system::error_code ignored;
    page.bell.expires_after(std::chrono::seconds(1));
    if (!page.stale) co_await page.bell.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    if (!std::exchange(page.stale, false)) continue;
    const auto began = Clock::now();
    const auto reply = co_await page.pages.get(page.home + "/pair/news");
    run.figures.add("news of the " + page.voice, began);
    if (reply.result_int() != 200) run.figures.failed("news");
  }
}

asio::awaitable<void> act(Talk& talk, Page& page, const std::string& kind, const std::string& text) {
  const auto now = Clock::now();
  page.waiting[text] = now;
  if (kind != "note") talk.told[text] = now;
  const Json frame{{"type", "act"}, {"ref", text}, {"form", "do=" + kind + "&text=" + text}};
  co_await page.socket.async_write(asio::buffer(frame.dump()), asio::use_awaitable);
}

asio::awaitable<void> comment(Run& run, Talk& talk, const std::string& text) {
  auto& page = talk.candidate;
  const auto now = Clock::now();
  talk.told[text] = now;
  const auto reply = co_await page.forms.post(page.home + "/comments",
                                              "token=" + page.who.form + "&at=0.a.3&do=save&body=" + text);
  run.figures.add("comment saved", now);
  if (reply.result_int() != 303) run.figures.failed("comment");
}

// In turn: the interviewer prompts, the candidate comments, the interviewer notes, the candidate asks.
asio::awaitable<void> talk_on(Run& run, Talk& talk, const Load& load, int number) {
  co_await rest(run, load.between * (number % 100) / 100);
  for (int turn = 0; !run.over(); ++turn) {
    const auto text = "timeout-" + std::to_string(number) + "-" + std::to_string(turn);
    switch (turn % 4) {
      case 0:
        co_await act(talk, talk.interviewer, "prompt", text);
        break;
      case 1:
        co_await comment(run, talk, text);
        break;
      case 2:
        co_await act(talk, talk.interviewer, "note", text);
        break;
      default:
        co_await act(talk, talk.candidate, "ask", text);
    }
    co_await rest(run, load.between);
  }
}

template <class Work>
asio::awaitable<void> safely(Run& run, std::string what, Work work) {
  try {
    co_await work();
  } catch (const std::exception& error) {
    if (!run.over()) run.figures.failed(what + ": " + error.what());
  }
}

asio::awaitable<void> open(Run& run, Talk& talk, const Load& load, int number) {
  for (auto* page : {&talk.candidate, &talk.interviewer}) {
    co_await open_live(page->socket, run.server, page->home + "/pair/live?seen=0", page->who.token);
    ++run.opened;
    const auto spawn = [&run](std::string what, auto work) {
      asio::co_spawn(run.io, safely(run, std::move(what), std::move(work)), asio::detached);
    };
    spawn("live", [&run, &talk, page] { return listen(run, talk, *page); });
    spawn("news", [&run, page] { return keep_fresh(run, *page); });
  }
  co_await talk_on(run, talk, load, number);
}

}  // namespace

int run_pairs(const std::vector<Pair>& pairs, Server server, const Load& load) {
  Run run;
  run.server = server;
  run.end = Clock::now() + load.warm_up + load.measured;
  std::vector<std::unique_ptr<Talk>> talks;
  for (const auto& pair : pairs) {
    talks.push_back(std::make_unique<Talk>(run, pair));
    const int number = static_cast<int>(talks.size());
    asio::co_spawn(
        run.io,
        safely(run, "session",
               [&run, &load, talk = talks.back().get(), number] { return open(run, *talk, load, number); }),
        asio::detached);
  }
  asio::steady_timer warm(run.io, load.warm_up);
  warm.async_wait([&](boost::system::error_code) { run.figures.forget(); });
  run.io.run_until(run.end);
  fmt::print("{} live connections\n", run.opened);
  run.figures.print();
  int lost = 0;  // what was sent in the last second may be on its way
  for (const auto& talk : talks)
    for (const auto& [text, when] : talk->told)
      if (run.end - when > std::chrono::seconds(1)) ++lost;
  if (lost > 0) fmt::print("{} events did not come to the other page\n", lost);
  return lost > 0 || run.opened != static_cast<int>(2 * pairs.size()) ? 1 : 0;
}

}  // namespace bench
