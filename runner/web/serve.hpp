// The server: sockets, their limits, and an orderly end. What it answers is answer.hpp's.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "runner/web/site.hpp"

namespace runner::web {

struct Limits {
  std::size_t header = std::size_t{16} << 10U;  // bytes
  std::size_t body = std::size_t{1} << 20U;     // bytes
  std::size_t connections = 4000;
  std::chrono::milliseconds header_time{10'000};  // until the whole header is there; also how long a
                                                  // connection may be idle
  std::chrono::milliseconds body_time{30'000};
  std::chrono::milliseconds write_time{30'000};
  std::chrono::milliseconds drain_time{10'000};  // for what is under way when the server is told to end
};

// One line of the log, for who writes it: nothing of it tells who somebody is.
struct LogLine {
  std::string_view event;        // "request", "refused", "live", "listening", "draining", "stopped"
  std::string_view detail = {};  // the route's pattern, or why
  std::string_view method = {};
  int status = 0;
  double seconds = 0;
  std::size_t bytes = 0;
};

struct ServeOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;                   // 0: the system chooses
  int threads = 2;                             // that answer; one more moves bytes
  bool behind_proxy = false;                   // the peer's address is the last of X-Forwarded-For
  std::filesystem::path tls_certificate = {};  // PEM; "": no TLS
  std::filesystem::path tls_key = {};
  Limits limits = {};
  std::function<void(const LogLine&)> log;                 // called by one thread at a time
  std::function<void(std::uint16_t port)> listening = {};  // once connections are taken
};

// Serves until SIGINT or SIGTERM. Then takes no more connections, lets
// what is under way end, and returns. Faults: the address cannot be listened on; what tls_context says.
[[nodiscard]] session::Checked<std::monostate> serve(Site& site, const ServeOptions& options);

}  // namespace runner::web
