#include "sandbox/probe.hpp"

#include <fmt/format.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "sandbox/cgroup.hpp"
#include "sandbox/chain.hpp"
#include "sandbox/memory_of_probe.hpp"
#include "sandbox/parts.hpp"
#include "sandbox/weak.hpp"

namespace sandbox {
namespace {

constexpr const char* masked_proc =
    "this container masks /proc: without a /proc inside, memory is bounded for each process only; "
    "start the container with --security-opt systempaths=unconfined";

Policy true_policy() {
  Policy policy;
  policy.profile.visible = {"/usr", "/etc/ld.so.cache"};
  policy.argv = {"/bin/true"};
  policy.limits.memory = 64U << 20;
  return policy;
}

tl::expected<void, Failure> try_tier(Tier tier) {
  const auto outcome = tier == Tier::weak ? run_weak(true_policy()) : run_chain(true_policy(), tier);
  if (!outcome) return tl::unexpected(outcome.error());
  if (outcome->ending == Ending{Exited{0}}) return {};
  return tl::unexpected(Failure{"probe",
                                "/bin/true " + describe(outcome->ending) + " inside: " + outcome->err,
                                "see what `seedfault doctor` says about this host"});
}

std::string landlock_fact() {
  const long version = syscall(444 /* landlock_create_ruleset */, nullptr, 0, 1 /* ask for the version */);
  return version > 0 ? fmt::format("version {}", version) : "not in this kernel";
}

std::string caller_fact() {
  const auto identity = identity_below_root();
  return identity ? fmt::format("root; runs are started as user {}", identity->user)
                  : fmt::format("user {}", geteuid());
}

std::string kernel_fact() {
  utsname about{};
  return uname(&about) == 0 ? about.release : "unknown";
}

std::string memory_fact(const tl::expected<std::filesystem::path, Failure>& group) {
  return group ? "cgroup v2 leaf in " + group->string()
               : "watchdog and RLIMIT_DATA; " + group.error().problem;
}

void find_tier(Capabilities& host, bool has_group) {
  if (has_group && try_tier(Tier::full)) {
    host.tier = Tier::full;
    host.facts.push_back({"chain", "/bin/true ran through the whole of it"});
    return;
  }
  const auto whole = try_tier(Tier::full_polled);
  if (whole) {
    host.tier = Tier::full_polled;
    host.facts.push_back({"chain", "/bin/true ran through the whole of it"});
    return;
  }
  if (whole.error().step == "bubblewrap" && try_tier(Tier::no_proc)) {
    host.tier = Tier::no_proc;
    host.facts.push_back({"chain", "/bin/true ran through it, without /proc"});
    host.cures.emplace_back(masked_proc);
    return;
  }
  const auto weak = try_tier(Tier::weak);
  if (weak) host.tier = Tier::weak;
  host.facts.push_back(
      {"weak sandbox", weak ? "Landlock, seccomp and limits, without namespaces" : weak.error().problem});
  host.facts.push_back({"chain", whole.error().step + ": " + whole.error().problem});
  host.cures.push_back(whole.error().remedy);
}

}  // namespace

Capabilities probe_afresh() {
  Capabilities host;
  const auto parts = find_parts();
  const auto group = delegated_group();
  host.facts = {{"kernel", kernel_fact()},
                {"caller", caller_fact()},
                {"bubblewrap", parts ? parts->bubblewrap.string() : parts.error().problem},
                {"Landlock", landlock_fact()},
                {"memory", memory_fact(group)}};
  find_tier(host, group.has_value());
  return host;
}

const Capabilities& probe() {
  static const Capabilities host = [] {
    if (auto remembered = remembered_probe()) return std::move(*remembered);
    auto fresh = probe_afresh();
    remember_probe(fresh);
    return fresh;
  }();
  return host;
}

}  // namespace sandbox
