// The whole chain for one run, on a host of a known tier: run() without the asking whether it may.
#pragma once

#include <optional>
#include <tl/expected.hpp>

#include "sandbox/failure.hpp"
#include "sandbox/launch.hpp"
#include "sandbox/outcome.hpp"
#include "sandbox/policy.hpp"

namespace sandbox {

[[nodiscard]] tl::expected<Outcome, Failure> run_chain(const Policy& policy, Tier tier);

// Whom bubblewrap runs as when the caller is root: the account "seedfault" where there is one, otherwise
// nobody.
[[nodiscard]] std::optional<Identity> identity_below_root();

}  // namespace sandbox
