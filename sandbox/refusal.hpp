// Why this host refuses a sandbox, and what cures it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sandbox/failure.hpp"

namespace sandbox {

// What of the host bears on it.
struct HostFacts {
  bool in_container = false;
  bool apparmor_restricts = false;  // kernel.apparmor_restrict_unprivileged_userns = 1
  bool clone_forbidden = false;     // kernel.unprivileged_userns_clone = 0
  bool no_namespaces = false;       // user.max_user_namespaces = 0
};
[[nodiscard]] HostFacts facts_of_host();

// said: bubblewrap's own words.
[[nodiscard]] Failure refusal(std::string_view said, const HostFacts& facts);
[[nodiscard]] Failure refusal(std::string_view said);

}  // namespace sandbox
