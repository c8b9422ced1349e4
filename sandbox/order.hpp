// The order for seedfault-init: what a policy asks, as the bytes of sandbox/init/protocol.hpp.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "sandbox/failure.hpp"
#include "sandbox/policy.hpp"

namespace sandbox {

struct Filters {
  std::string known_calls;
  std::string refused_calls;
};

enum class HasProc { no, yes };

// Why a path cannot be a file's path inside; empty when it can.
[[nodiscard]] std::string_view refusal_of_path(std::string_view path);

[[nodiscard]] tl::expected<std::string, Failure> write_order(const Policy& policy, const Filters& filters,
                                                             HasProc has_proc);

}  // namespace sandbox
