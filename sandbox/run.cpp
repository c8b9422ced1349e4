#include "sandbox/run.hpp"

#include <fmt/format.h>

#include "sandbox/chain.hpp"
#include "sandbox/probe.hpp"

namespace sandbox {

tl::expected<Outcome, Failure> run(const Policy& policy) {
  const Capabilities& host = probe();
  if (host.tier == Tier::weak || host.tier == Tier::none) {
    return tl::unexpected(
        Failure{"refuse",
                fmt::format("this host has no sandbox for it (tier: {}): {}", name(host.tier),
                            host.facts.back().value),
                host.cures.empty() ? "see what `seedfault doctor` says" : host.cures.front()});
  }
  return run_chain(policy, host.tier);
}

}  // namespace sandbox
