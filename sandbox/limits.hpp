// How much of the machine a run may take. Every field always binds; there is no "unlimited".
#pragma once

#include <chrono>
#include <cstdint>

namespace sandbox {

struct Limits {
  std::chrono::milliseconds wall{10'000};  // from the start of the program to its end
  std::chrono::milliseconds cpu{10'000};   // of one process, rounded up to whole seconds
  std::uint64_t memory = 512ULL << 20;     // bytes: all processes and /work, /tmp, /dev/shm together
  std::uint64_t processes = 64;            // processes and threads at one time
  std::uint64_t output = 1ULL << 20;       // bytes: stdout and stderr together
  std::uint64_t file_size = 64ULL << 20;   // bytes: one file
  std::uint64_t open_files = 256;          // descriptors of one process
  bool operator==(const Limits&) const = default;
};

}  // namespace sandbox
