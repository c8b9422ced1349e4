// A server that is killed in the middle has lost nothing of what it had acknowledged.
#include <sys/wait.h>

#include <atomic>
#include <sstream>

#include "runner/session/pair.hpp"
#include "running.hpp"

using namespace runner::web;
namespace session = runner::session;

namespace {

// A server in a process of its own, which makes its people itself: this process opens the store when the
// other one is gone.
class Doomed {
 public:
  Doomed() {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    child_ = ::fork();
    if (child_ == 0) run(ends[1]);
    ::close(ends[1]);
    std::string said;
    char bytes[500];
    for (ssize_t count = 0; (count = ::read(ends[0], bytes, sizeof bytes)) > 0 && !said.ends_with('\n');)
      said.append(bytes, static_cast<std::size_t>(count));
    ::close(ends[0]);
    std::istringstream words(said);
    words >> port >> heron >> robin >> ana;
    REQUIRE(port != 0);
  }
  Doomed(const Doomed&) = delete;
  Doomed& operator=(const Doomed&) = delete;
  ~Doomed() { kill(); }

  void kill() {
    if (child_ == 0) return;
    ::kill(std::exchange(child_, 0), SIGKILL);
    ::wait(nullptr);
  }

  TestSite at;
  std::uint16_t port = 0;
  std::string heron, robin, ana;  // tokens: a take-home review's, a pair session's two

 private:
  [[noreturn]] void run(int tell) {
    const auto alone = at.candidate();
    REQUIRE(session::begin(at.at.house, alone.invitation));
    const auto made =
        session::open_pair(at.at.house, {.exercise = "order-search", .seed = 7}, session::command_line);
    const ServeOptions options{.port = 0, .listening = [&](std::uint16_t chosen) {
                                 at.site.url = "http://127.0.0.1:" + std::to_string(chosen);
                                 const auto line = std::to_string(chosen) + " " + alone.token + " " +
                                                   made->candidate_token + " " + made->interviewer_token +
                                                   "\n";
                                 if (::write(tell, line.data(), line.size()) < 0) ::_exit(1);
                                 ::close(tell);
                               }};
    static_cast<void>(serve(at.site, options));
    ::_exit(0);
  }
  pid_t child_ = 0;
};

std::string posted(std::uint16_t port, const std::string& path, const std::string& token, std::string form) {
  form = "token=" + session::form_secret(token, "form") + "&" + form;
  const Client client(port);
  client.send("POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: seedfault=" + token +
              "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
              std::to_string(form.size()) + "\r\n\r\n" + form);
  return client.read();
}

// Sends the first, second, … of something until the server is gone; the last that was acknowledged.
template <class Send>
std::thread until_gone(std::atomic<int>& acknowledged, Send send) {
  return std::thread([&acknowledged, send] {
    for (int number = 1; number < 100'000; ++number) {
      if (!send(number)) return;
      acknowledged = number;
    }
  });
}

bool shows(const Response& page, const std::string& text, int number) {
  return holds(page, text + std::to_string(number) + ".") ||
         holds(page, text + std::to_string(number + 1) + ".");
}

}  // namespace

TEST_CASE("killed in the middle: drafts, comments and events that were acknowledged are there") {
  Doomed server;
  std::atomic<int> drafts = 0, comments = 0, notes = 0, asked = 0;
  std::thread threads[] = {
      until_gone(drafts,
                 [&](int number) {
                   return posted(server.port, "/r/i1/drafts", server.heron,
                                 "at=0.a.1&body=draft+" + std::to_string(number) + ".")
                       .starts_with("HTTP/1.1 200");
                 }),
      until_gone(comments,
                 [&](int number) {
                   return posted(server.port, "/r/i2/comments", server.robin,
                                 "at=review&do=save&body=comment+" + std::to_string(number) + ".")
                       .starts_with("HTTP/1.1 303");
                 }),
      until_gone(notes, [&](int number) {
        return posted(server.port, "/desk/pair/p1/pair", server.ana,
                      "do=note&text=note+" + std::to_string(number) + ".")
            .starts_with("HTTP/1.1 303");
      })};
  {
    Browser live(server.port, "/r/i2/pair/live", server.robin,
                 "http://127.0.0.1:" + std::to_string(server.port));
    static_cast<void>(live.until("hello"));
    for (int number = 1; number <= 10; ++number) {
      const auto ref = "r" + std::to_string(number);
      live.send(act_frame(ref, "do=ask&text=ask+" + std::to_string(number) + "."));
      const auto done = "{\"ref\":\"" + ref + "\",\"type\":\"done\"}";
      if (live.until(done).find(done) != std::string::npos) asked = number;
    }
    const auto patience = std::chrono::steady_clock::now() + 10s;
    while ((drafts < 5 || comments < 5 || notes < 5) && std::chrono::steady_clock::now() < patience)
      std::this_thread::sleep_for(20ms);
    server.kill();
  }
  for (auto& thread : threads) thread.join();
  CHECK(drafts >= 5);
  CHECK(comments >= 5);
  CHECK(notes >= 5);
  CHECK(asked >= 1);
  auto& at = server.at;
  const auto timeline = at.get("/desk/pair/p1/timeline", server.ana);
  CHECK(shows(at.get("/r/i1/change", server.heron), "draft ", drafts));
  for (int number = 1; number <= comments; ++number)
    CHECK(holds(timeline, "comment " + std::to_string(number) + "."));
  for (int number = 1; number <= notes; ++number)
    CHECK(holds(timeline, "note " + std::to_string(number) + "."));
  for (int number = 1; number <= asked; ++number)
    CHECK(holds(timeline, "ask " + std::to_string(number) + "."));
}
