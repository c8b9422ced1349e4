// Pair sessions as their two pages make them: events over live connections, news fetched after each, comments
// over HTTP.
#pragma once

#include "bench/serve/client.hpp"
#include "bench/serve/figures.hpp"
#include "bench/serve/people.hpp"

namespace bench {

struct Load {
  std::chrono::milliseconds warm_up{5000};  // not measured
  std::chrono::milliseconds measured{30'000};
  std::chrono::milliseconds between{10'000};  // two acts in one session
};

// Runs until the time is over. 0: every event that was sent came to the other page too.
int run_pairs(const std::vector<Pair>& pairs, Server server, const Load& load);

}  // namespace bench
