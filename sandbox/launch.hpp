// Starts a program of ours, bubblewrap, and reads what comes out of it within bounds.
// Boost.Process and Asio are named in launch.cpp only.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "sandbox/descriptor.hpp"
#include "sandbox/failure.hpp"
#include "sandbox/spawn.hpp"

namespace sandbox {

struct LaunchOrder {
  std::filesystem::path program;
  std::vector<std::string> arguments;  // without the program's own name
  std::vector<int> inherited;          // open in the program besides 0, 1 and 2, under the same numbers
  Descriptor input;
  Pair status;                       // theirs must be among inherited
  int group = -1;                    // when open: cgroup.procs of the group that the program runs in
  std::optional<Identity> identity;  // who the program runs as, when that differs from the caller
  std::chrono::milliseconds start_limit{20'000};  // until the first word on status
  std::chrono::milliseconds limit{0};             // from then on
  std::uint64_t output_limit = 0;                 // bytes, stdout and stderr together
};

struct Launched {
  enum class End { by_itself, not_started_in_time, out_of_time, too_much_output };
  End end = End::by_itself;
  std::string out;
  std::string err;
  bool output_cut = false;
  std::string status;                    // every byte that came, at most 128 KiB
  std::chrono::microseconds elapsed{0};  // from before the start to after the end
};

// The program has an empty environment, no signal blocked or ignored, and a process group of its own.
// When this returns it has ended, and has been waited for.
[[nodiscard]] tl::expected<Launched, Failure> launch(LaunchOrder order);

}  // namespace sandbox
