// What this host can do: found out by running /bin/true through the whole chain, and remembered for a short
// time.
#pragma once

#include <string>
#include <vector>

#include "sandbox/outcome.hpp"

namespace sandbox {

struct Capabilities {
  struct Fact {
    std::string name;   // "user namespaces"
    std::string value;  // "yes", or why not
    bool operator==(const Fact&) const = default;
  };
  Tier tier = Tier::none;
  std::vector<Fact> facts;         // in a fixed order
  std::vector<std::string> cures;  // what would lift the tier, each a sentence; empty for the best tier
  bool operator==(const Capabilities&) const = default;
};

// Remembered for the life of the process, and in $XDG_CACHE_HOME/seedfault for ten minutes.
[[nodiscard]] const Capabilities& probe();

// The same without any memory: what the host says now.
[[nodiscard]] Capabilities probe_afresh();

}  // namespace sandbox
