#include "sandbox/run.hpp"

#include <fmt/format.h>

#include "sandbox/chain.hpp"
#include "sandbox/probe.hpp"
#include "sandbox/weak.hpp"

namespace sandbox {
namespace {

tl::unexpected<Failure> refuse(const Capabilities& host) {
  auto cure = host.cures.empty() ? "see what `seedfault doctor` says" : host.cures.front();
  if (host.tier == Tier::weak) cure += "; or, knowing what it does not hold, --allow-weak-sandbox";
  return tl::unexpected(Failure{
      "refuse",
      fmt::format("this host has no sandbox for it (tier: {}): {}", name(host.tier), host.facts.back().value),
      std::move(cure)});
}

}  // namespace

tl::expected<Outcome, Failure> run(const Policy& policy) {
  const Capabilities& host = probe();
  if (host.tier == Tier::none) return refuse(host);
  if (host.tier != Tier::weak) return run_chain(policy, host.tier);
  if (policy.allow_weak == AllowWeak::no) return refuse(host);
  return run_weak(policy);
}

}  // namespace sandbox
