// Where the sandbox's own parts are on this machine.
#pragma once

#include <filesystem>
#include <tl/expected.hpp>

#include "sandbox/failure.hpp"
#include "sandbox/order.hpp"

namespace sandbox {

struct Parts {
  std::filesystem::path bubblewrap;  // $SEEDFAULT_BWRAP, or in /usr/bin, /usr/local/bin, /bin
  std::filesystem::path init;        // seedfault-init, static
  std::filesystem::path filters;     // the folder with the seccomp filters as BPF
};

// The others are looked for in $SEEDFAULT_LIBEXEC, in ../libexec/seedfault from the program, and in the
// folder that this library was built in.
[[nodiscard]] tl::expected<Parts, Failure> find_parts();

// Where bubblewrap is not needed: the weak tier.
[[nodiscard]] tl::expected<Parts, Failure> find_parts_without_bubblewrap();

enum class Weak { no, yes };

// The filters that a program of this profile runs behind.
[[nodiscard]] tl::expected<Filters, Failure> read_filters(const std::filesystem::path& folder,
                                                          const Profile& profile, Weak weak);

}  // namespace sandbox
