#include "runner/web/guard.hpp"

#include <algorithm>

namespace runner::web {

double Guard::left(const Bucket& bucket, double now) const {
  return std::min(limits_.tries, bucket.left + (now - bucket.at) * limits_.per_second);
}

bool Guard::may_try(const std::string& address, double now) {
  const std::lock_guard lock(mutex_);
  const auto found = buckets_.find(address);
  // Where too many addresses are at it already, a new one waits as well.
  if (found == buckets_.end()) return buckets_.size() < limits_.addresses;
  return left(found->second, now) >= 1;
}

void Guard::failed(const std::string& address, double now) {
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= limits_.addresses) forget(now);
  auto [found, fresh] = buckets_.try_emplace(address, Bucket{.left = limits_.tries, .at = now});
  found->second = {.left = std::max(0.0, left(found->second, now) - 1), .at = now};
}

void Guard::forget(double now) {
  std::erase_if(buckets_, [&](const auto& each) { return left(each.second, now) >= limits_.tries; });
}

bool Guard::knows(const std::string& token_hash) {
  const std::lock_guard lock(mutex_);
  return good_.contains(token_hash);
}

void Guard::remember(const std::string& token_hash) {
  const std::lock_guard lock(mutex_);
  good_.insert(token_hash);
}

}  // namespace runner::web
