// The sandbox's one verb.
#pragma once

#include <tl/expected.hpp>

#include "sandbox/failure.hpp"
#include "sandbox/outcome.hpp"
#include "sandbox/policy.hpp"

namespace sandbox {

// Runs the program and waits for it. Nothing of it is left afterwards: no process, no file, no mount.
// May be called from several threads at once.
[[nodiscard]] tl::expected<Outcome, Failure> run(const Policy& policy);

}  // namespace sandbox
