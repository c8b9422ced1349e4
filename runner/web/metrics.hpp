// Counters of this server, in Prometheus' text format. Nothing in them tells one person from another.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace runner::web {

class Metrics {
 public:
  // `route` is a row's pattern, never a path as it came.
  void answered(std::string_view route, int status, double seconds);
  void connected(int by);              // +1, -1
  void refused(std::string_view why);  // "full", "slow", "too_large", "malformed"
  [[nodiscard]] std::string text() const;

 private:
  static constexpr std::array<double, 7> bounds{0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.5};  // seconds
  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> answers_;
  std::map<std::string, std::uint64_t> refusals_;
  std::array<std::uint64_t, bounds.size() + 1> times_{};
  double seconds_ = 0;
  std::int64_t connections_ = 0;
};

}  // namespace runner::web
