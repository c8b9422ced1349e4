// How a run ended. That the sandbox itself failed is a Failure, never an Outcome.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "sandbox/limits.hpp"

namespace sandbox {

enum class Tier {
  full,         // user namespaces, own /proc, memory held by a cgroup v2 leaf
  full_polled,  // the same, memory held by rlimits and a watchdog
  no_proc,      // a container with a masked /proc: no /proc inside
  weak,         // no user namespaces: Landlock, seccomp and rlimits
  none,         // nothing; every run is refused
};

enum class Clock { wall, cpu };

struct Exited {
  int code = 0;
  bool operator==(const Exited&) const = default;
};
struct Signalled {
  int signal = 0;
  bool operator==(const Signalled&) const = default;
};
struct TimedOut {
  Clock clock = Clock::wall;
  bool operator==(const TimedOut&) const = default;
};
struct OutOfMemory {
  bool operator==(const OutOfMemory&) const = default;
};
struct TooMuchOutput {
  bool operator==(const TooMuchOutput&) const = default;
};
struct Denied {
  bool operator==(const Denied&) const = default;
};  // killed for a forbidden system call

using Ending = std::variant<Exited, Signalled, TimedOut, OutOfMemory, TooMuchOutput, Denied>;

struct Usage {
  std::chrono::microseconds wall{0};
  std::chrono::microseconds cpu{0};     // user and system, all processes
  std::uint64_t peak_memory = 0;        // bytes
  std::string_view memory_measured_by;  // "cgroup", "watchdog", "largest process", "unknown"
};

struct Outcome {
  Ending ending;
  Usage usage;
  std::string out;  // at most limits.output bytes of both together
  std::string err;
  bool output_cut = false;
  std::optional<std::string>
      report;  // what came on descriptor 4, at most 64 KiB, when the policy has a secret
  Tier tier = Tier::none;
  Limits limits;  // as really applied
};

[[nodiscard]] std::string_view name(Tier tier);  // "full", "full, polled memory", "no-proc", "weak", "none"
[[nodiscard]] std::string describe(
    const Ending& ending);  // "exited with 3", "killed by signal 9", "out of time (wall clock)"

}  // namespace sandbox
