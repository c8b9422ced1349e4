#include "runner/web/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace runner::web {

void Metrics::answered(std::string_view route, int status, double seconds) {
  const std::lock_guard lock(mutex_);
  ++answers_[{std::string(route), status}];
  const auto* bound = std::ranges::lower_bound(bounds, seconds);
  ++times_[static_cast<std::size_t>(bound - bounds.begin())];
  seconds_ += seconds;
}

void Metrics::connected(int by) {
  const std::lock_guard lock(mutex_);
  connections_ += by;
}

void Metrics::refused(std::string_view why) {
  const std::lock_guard lock(mutex_);
  ++refusals_[std::string(why)];
}

std::string Metrics::text() const {
  const std::lock_guard lock(mutex_);
  std::string out =
      "# HELP seedfault_requests_total Requests answered, by route and status.\n"
      "# TYPE seedfault_requests_total counter\n";
  for (const auto& [key, count] : answers_)
    out += fmt::format("seedfault_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first, key.second,
                       count);
  out +=
      "# HELP seedfault_refused_total Connections and requests that were not answered in full.\n"
      "# TYPE seedfault_refused_total counter\n";
  for (const auto& [why, count] : refusals_)
    out += fmt::format("seedfault_refused_total{{why=\"{}\"}} {}\n", why, count);
  out +=
      "# HELP seedfault_request_seconds Time from the whole request to the whole response.\n"
      "# TYPE seedfault_request_seconds histogram\n";
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < times_.size(); ++i) {
    sum += times_[i];
    const auto bound = i < bounds.size() ? fmt::format("{}", bounds[i]) : "+Inf";
    out += fmt::format("seedfault_request_seconds_bucket{{le=\"{}\"}} {}\n", bound, sum);
  }
  out += fmt::format("seedfault_request_seconds_sum {:.6f}\nseedfault_request_seconds_count {}\n", seconds_,
                     sum);
  return out + fmt::format(
                   "# HELP seedfault_connections Open connections.\n# TYPE seedfault_connections gauge\n"
                   "seedfault_connections {}\n",
                   connections_);
}

}  // namespace runner::web
