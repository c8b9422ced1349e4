// Where the sandbox's own parts are on this machine.
#pragma once

#include <filesystem>
#include <tl/expected.hpp>

#include "sandbox/failure.hpp"

namespace sandbox {

struct Parts {
  std::filesystem::path bubblewrap;   // $SEEDFAULT_BWRAP, or in /usr/bin, /usr/local/bin, /bin
  std::filesystem::path init;         // seedfault-init, static
  std::filesystem::path known_calls;  // seccomp filters as BPF
  std::filesystem::path refused_calls;
};

// The others are looked for in $SEEDFAULT_LIBEXEC, in ../libexec/seedfault from the program, and in the
// folder that this library was built in.
[[nodiscard]] tl::expected<Parts, Failure> find_parts();

}  // namespace sandbox
