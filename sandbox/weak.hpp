// One run in the weak tier: Landlock, seccomp and rlimits, without a namespace or a mount of its own. For
// hosts that allow nothing better, and only for callers that ask for it by name; docs/security.md says what
// it does not hold.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "sandbox/failure.hpp"
#include "sandbox/outcome.hpp"
#include "sandbox/policy.hpp"

namespace sandbox {

// Never as root: a failure then.
[[nodiscard]] tl::expected<Outcome, Failure> run_weak(const Policy& policy);

// An argument or a variable's value with /work and /tmp where the host has them: "--in=/work/x" becomes
// "--in=PLACE/x",
// "/tmp" becomes "PLACE/tmp". Other paths stay.
[[nodiscard]] std::string at_place(std::string_view text, std::string_view place);

}  // namespace sandbox
