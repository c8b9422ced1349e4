// From what came out of bubblewrap and seedfault-init to an Outcome, or to the step at which the sandbox
// failed.
#pragma once

#include <optional>
#include <tl/expected.hpp>

#include "sandbox/cgroup.hpp"
#include "sandbox/failure.hpp"
#include "sandbox/launch.hpp"
#include "sandbox/outcome.hpp"
#include "sandbox/policy.hpp"

namespace sandbox {

[[nodiscard]] tl::expected<Outcome, Failure> interpret(Launched launched, const Policy& policy, Tier tier,
                                                       const std::optional<GroupUse>& group = std::nullopt);

}  // namespace sandbox
