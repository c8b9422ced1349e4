#include "bench/serve/killed.hpp"

#include <fmt/format.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <fstream>
#include <map>

namespace bench {
namespace {

// What a page must show, and where: the last number of each candidate and pair that was acknowledged.
struct Kept {
  std::map<std::string, int> drafts;  // by invitation
  std::map<std::string, int> events;  // by pair
};

asio::awaitable<void> save_drafts(const Candidate& who, Pages& pages, Kept& kept) {
  for (int number = 1;; ++number) {
    const auto reply =
        co_await pages.post("/r/" + who.invitation + "/drafts",
                            fmt::format("token={}&at=0.a.3&body=draft+number+{}.", who.form, number));
    if (reply.result_int() == 200) kept.drafts[who.invitation] = number;
  }
}

asio::awaitable<void> save_events(const Pair& pair, Pages& pages, Kept& kept) {
  const auto home = "/desk/pair/" + pair.id;
  for (int number = 1;; ++number) {
    const auto reply = co_await pages.post(
        home + "/pair", fmt::format("token={}&do=note&text=note+number+{}.", pair.interviewer.form, number));
    if (reply.result_int() == 303) kept.events[pair.id] = number;
  }
}

asio::awaitable<void> until_gone(asio::awaitable<void> work) {
  try {
    co_await std::move(work);
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch): the server is gone, as was meant
  }
}

asio::awaitable<bool> shows(asio::io_context& io, Server server, std::string token, std::string target,
                            std::string text) {
  Pages pages(io.get_executor(), server, std::move(token));
  const auto reply = co_await pages.get(std::move(target));
  co_return reply.body().find(text) != std::string::npos;
}

// The text that was acknowledged last, or the one after it: that may have been kept unacknowledged.
asio::awaitable<void> check(asio::io_context& io, Server server, const Candidate& who, std::string target,
                            std::string text, int number, int& lost) {
  for (const int each : {number, number + 1})
    if (co_await shows(io, server, who.token, target, fmt::format("{} {}.", text, each))) co_return;
  fmt::print("lost: {} {} on {}\n", text, number, target);
  ++lost;
}

}  // namespace

int save_until_killed(const std::filesystem::path& folder, Server server) {
  asio::io_context io{1};
  const auto candidates = candidates_in(folder);
  const auto pairs = pairs_in(folder);
  Kept kept;
  std::vector<std::unique_ptr<Pages>> pages;
  const auto add = [&](const Candidate& who) -> Pages& {
    return *pages.emplace_back(std::make_unique<Pages>(io.get_executor(), server, who.token));
  };
  for (const auto& who : candidates)
    asio::co_spawn(io, until_gone(save_drafts(who, add(who), kept)), asio::detached);
  for (const auto& pair : pairs)
    asio::co_spawn(io, until_gone(save_events(pair, add(pair.interviewer), kept)), asio::detached);
  io.run();
  std::ofstream file(folder / "acknowledged");
  int all = 0;
  for (const auto& [who, number] : kept.drafts)
    file << "draft " << who << " " << number << "\n", all += number;
  for (const auto& [pair, number] : kept.events)
    file << "event " << pair << " " << number << "\n", all += number;
  fmt::print("acknowledged before the end: {} in {} reviews and {} sessions\n", all, kept.drafts.size(),
             kept.events.size());
  return all > 0 ? 0 : 1;
}

int check_acknowledged(const std::filesystem::path& folder, Server server) {
  asio::io_context io{1};
  const auto candidates = candidates_in(folder);
  const auto pairs = pairs_in(folder);
  int lost = 0, checked = 0;
  std::ifstream file(folder / "acknowledged");
  std::string kind, id;
  const auto look = [&](const Candidate& who, std::string target, std::string text, int number) {
    asio::co_spawn(io, check(io, server, who, std::move(target), std::move(text), number, lost),
                   asio::detached);
    io.run(), io.restart();
  };
  for (int number = 0; file >> kind >> id >> number; ++checked) {
    for (const auto& who : candidates)
      if (kind == "draft" && who.invitation == id) look(who, "/r/" + id + "/change", "draft number", number);
    for (const auto& pair : pairs)
      if (kind == "event" && pair.id == id)
        look(pair.interviewer, "/desk/pair/" + id + "/timeline", "note number", number);
  }
  fmt::print("looked at {} reviews and sessions after the restart: {} lost\n", checked, lost);
  return lost;
}

}  // namespace bench
