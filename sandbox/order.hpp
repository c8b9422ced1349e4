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
  std::string weak_calls;  // empty but in the weak tier
};

// Where a run has its files. In the weak tier nothing is mounted: they lie in a folder of the host, and only
// what is in `seen` can be read.
struct Place {
  std::string work = "/work";
  std::vector<std::string> seen;  // paths; empty but in the weak tier
  bool weak = false;
};

enum class HasProc { no, yes };

// Why a path cannot be a file's path inside; empty when it can.
[[nodiscard]] std::string_view refusal_of_path(std::string_view path);

[[nodiscard]] tl::expected<std::string, Failure> write_order(const Policy& policy, const Filters& filters,
                                                             HasProc has_proc, const Place& place = {});

}  // namespace sandbox
