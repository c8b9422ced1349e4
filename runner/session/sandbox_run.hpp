// One program in the sandbox, for authors and for trying it out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "runner/session/allow_weak.hpp"
#include "runner/session/doctor_values.hpp"
#include "runner/session/house.hpp"

namespace runner::session {

struct SandboxOrder {
  std::string profile;                        // "python"
  std::vector<std::string> limits;            // each as "wall=5s", over those of the profile
  std::optional<std::filesystem::path> tree;  // a folder whose files are copied to /work
  AllowWeak allow_weak = AllowWeak::no;
  std::vector<std::string> command;  // a first word without a slash is looked for in the profile's PATH
};

struct SandboxRun {
  std::string ending;  // "exited", "signalled", "timed out", "out of memory", "too much output", "denied"
  std::optional<int> number;       // the exit status or the signal
  std::string description;         // "exited with 3"
  double wall = 0;                 // seconds
  double cpu = 0;                  // seconds
  std::uint64_t peak_memory = 0;   // bytes
  std::string memory_measured_by;  // "watchdog"
  std::string out;                 // any bytes
  std::string err;
  bool output_cut = false;
  std::string tier;
  std::vector<std::pair<std::string, std::string>> limits;  // as really applied: {"wall", "5s"}
};

// Faults: the profile, a limit or the folder is not usable, its toolchain is missing, or the sandbox itself
// failed.
[[nodiscard]] Checked<SandboxRun> run_in_sandbox(const House& house, const SandboxOrder& order);

// What this host's sandbox is, asked anew: the tier, then each fact.
[[nodiscard]] Doctor sandbox_of_host();

}  // namespace runner::session
