// Slows down who tries tokens: each address may be wrong a few times, then waits. Who has come in once with a
// good token is not held up by others at the same address.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace runner::web {

class Guard {
 public:
  struct Limits {
    double tries = 10;               // wrong ones in a row
    double per_second = 1.0 / 6;     // that come back
    std::size_t addresses = 10'000;  // remembered at most; then those that may try again anyhow are forgotten
  };
  Guard() = default;
  explicit Guard(Limits limits) : limits_(limits) {}

  // May a token from there be looked at? `now` in seconds of any clock that never goes back.
  [[nodiscard]] bool may_try(const std::string& address, double now);
  void failed(const std::string& address, double now);

  [[nodiscard]] bool knows(const std::string& token_hash);
  void remember(const std::string& token_hash);

 private:
  struct Bucket {
    double left = 0;
    double at = 0;
  };
  [[nodiscard]] double left(const Bucket& bucket, double now) const;
  void forget(double now);

  Limits limits_ = {};
  std::mutex mutex_;
  std::map<std::string, Bucket> buckets_;
  std::set<std::string> good_;
};

}  // namespace runner::web
