// Times that were measured, by what was done, and how they are told.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace bench {

using Clock = std::chrono::steady_clock;

inline double milliseconds_since(Clock::time_point then) {
  return std::chrono::duration<double, std::milli>(Clock::now() - then).count();
}

class Figures {
 public:
  void add(const std::string& what, Clock::time_point since) {
    times_[what].push_back(milliseconds_since(since));
  }
  void failed(const std::string& what) { ++failures_[what]; }
  void forget() { times_.clear(), failures_.clear(); }
  void print() {
    fmt::print("{:<34}{:>8}{:>10}{:>10}{:>10}\n", "ms", "count", "median", "p99", "longest");
    for (auto& [what, times] : times_) {
      std::ranges::sort(times);
      const auto at = [&](double part) {
        return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
      };
      fmt::print("{:<34}{:>8}{:>10.1f}{:>10.1f}{:>10.1f}\n", what, times.size(), at(0.5), at(0.99),
                 times.back());
    }
    for (const auto& [what, count] : failures_) fmt::print("{:<34}{:>8} FAILED\n", what, count);
  }

 private:
  std::map<std::string, std::vector<double>> times_;
  std::map<std::string, int> failures_;
};

}  // namespace bench
