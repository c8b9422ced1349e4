// One server's own state: where its data is, how it is reached, whom it has let in. What people write is in
// the store and nowhere here, so a restart loses nothing.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>

#include "runner/session/house.hpp"
#include "runner/web/guard.hpp"
#include "runner/web/live.hpp"
#include "runner/web/metrics.hpp"

namespace runner::web {

struct Site {
  session::House house;
  std::string url;                   // where browsers reach it: "http://127.0.0.1:8080"
  std::function<double()> seconds;   // of a clock that never goes back
  std::function<std::string()> now;  // as session::now_utc
  Guard guard = {};
  Metrics metrics = {};
  Hub hub = {};
  std::atomic<bool> draining = false;
};

}  // namespace runner::web
