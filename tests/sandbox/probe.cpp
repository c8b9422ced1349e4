#include "sandbox/probe.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include "sandbox/run.hpp"
#include "tests/sandbox/folder.hpp"
#include "tests/sandbox/host.hpp"

using namespace sandbox;

namespace {

// Without bubblewrap: none, or, for an ordinary user of a kernel that has enough of Landlock, the weak tier.
Tier refused_tier(const Capabilities& host) {
  return geteuid() != 0 && host.tier == Tier::weak ? Tier::weak : Tier::none;
}

}  // namespace

TEST_CASE("a host that can says so, with its facts in order") {
  if (!testing::host_can("probe")) return;
  const Capabilities host = probe_afresh();
  CHECK(host.tier != Tier::none);
  std::vector<std::string> names;
  for (const auto& fact : host.facts) names.push_back(fact.name);
  CHECK(names == std::vector<std::string>{"kernel", "caller", "bubblewrap", "Landlock", "memory", "chain"});
}

TEST_CASE("a host without bubblewrap is refused, with the cure") {
  const testing::Variable bubblewrap("SEEDFAULT_BWRAP", "/nowhere/bwrap");
  const Capabilities host = probe_afresh();
  CHECK(host.tier == refused_tier(host));
  CHECK(host.cures == std::vector<std::string>{"apt-get install bubblewrap"});
}

TEST_CASE("a bubblewrap that refuses is quoted") {
  const testing::Folder folder;
  const auto fake =
      folder.write("bwrap", "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n");
  std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
  std::filesystem::permissions(fake, std::filesystem::perms::all);
  const testing::Variable bubblewrap("SEEDFAULT_BWRAP", fake.string());
  const Capabilities host = probe_afresh();
  CHECK(host.tier == refused_tier(host));
  CHECK(host.facts.back().value == "bubblewrap: bwrap: No permissions to create new namespace");
  CHECK(host.cures.size() == 1);
}
