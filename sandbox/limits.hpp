// How much of the machine a run may take. Every field always binds; there is no "unlimited".
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

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

// The limits with one of them changed as a person writes it: "wall=5s", "cpu=500ms", "memory=256MiB",
// "output=64KiB", "file-size=1GiB", "processes=8", "open-files=32". The error says what is wrong with the
// text. Whether a limit is in range is checked by run().
[[nodiscard]] tl::expected<Limits, std::string> with_limit(Limits limits, std::string_view text);

// The limits as with_limit() takes them, in a fixed order: {"wall", "5s"}.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string>> written(const Limits& limits);

}  // namespace sandbox
