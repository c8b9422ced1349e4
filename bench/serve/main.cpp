// The parts of bench/serve/run:
//   bench_serve people FOLDER CANDIDATES PAIRS     makes them in the store of XDG_DATA_HOME
//   bench_serve pairs FOLDER PORT SECONDS          all pairs live, measured for so long
//   bench_serve until-killed FOLDER PORT           saves until the server is gone
//   bench_serve check FOLDER PORT                  what was acknowledged is there
#include <cstdlib>
#include <span>

#include "bench/serve/killed.hpp"
#include "bench/serve/live.hpp"

int main(int count, char** words) {
  const std::span<char*> arguments(words, static_cast<std::size_t>(count));
  const auto number = [&](std::size_t at) { return at < arguments.size() ? std::atoi(arguments[at]) : 0; };
  const std::string what = count > 3 ? arguments[1] : "";
  if (what.empty()) return 2;
  const std::filesystem::path folder = arguments[2];
  const bench::Server server{.port = static_cast<std::uint16_t>(number(3))};
  if (what == "people") return bench::make_people(folder, number(3), number(4)), 0;
  if (what == "pairs")
    return bench::run_pairs(bench::pairs_in(folder), server, {.measured = std::chrono::seconds(number(4))});
  if (what == "until-killed") return bench::save_until_killed(folder, server);
  if (what == "check") return bench::check_acknowledged(folder, server);
  return 2;
}
