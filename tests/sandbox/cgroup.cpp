#include "sandbox/cgroup.hpp"

#include <doctest/doctest.h>

#include "sandbox/run.hpp"
#include "tests/sandbox/folder.hpp"
#include "tests/sandbox/host.hpp"

using namespace sandbox;

TEST_CASE("our own group is the line of the v2 hierarchy") {
  struct Row {
    std::string text;
    std::optional<std::string> group;
  };
  const Row rows[] = {
      {"0::/user.slice/a.scope\n", "/user.slice/a.scope"},
      {"9:name=systemd:/x\n4:memory:/y\n0::/\n", "/"},
      {"4:memory:/y\n", std::nullopt},
      {"10::/x\n", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& [text, group] : rows) CHECK(own_group(text) == group);
}

TEST_CASE("the v2 mount is found by its kind") {
  struct Row {
    std::string text;
    std::optional<std::filesystem::path> mount;
  };
  const Row rows[] = {
      {"cgroup2 /sys/fs/cgroup cgroup2 rw 0 0\n", "/sys/fs/cgroup"},
      {"cgroup /a cgroup rw 0 0\nnone /b cgroup2 rw 0 0", "/b"},
      {"cgroup2 /a tmpfs rw 0 0\n", std::nullopt},
      {"cgroup2\n\n", std::nullopt},
  };
  for (const auto& [text, mount] : rows) CHECK(mount_of_groups(text) == mount);
}

TEST_CASE("our own group is tried, and the one above it, and none outside") {
  using Paths = std::vector<std::filesystem::path>;
  CHECK(groups_to_try("/m", "/") == Paths{"/m"});
  CHECK(groups_to_try("/m", "/a") == Paths{"/m/a", "/m"});
  CHECK(groups_to_try("/m", "/a/b/c") == Paths{"/m/a/b/c", "/m/a/b"});
  CHECK(groups_to_try("/m", "/a/../b") == Paths{"/m/b", "/m"});
  CHECK(groups_to_try("/m", "/../../b") == Paths{"/m/b", "/m"});
  CHECK(groups_to_try("/m", "../b").empty());
}

TEST_CASE("counts are read by their whole name") {
  const std::string events = "low 0\noom 3\noom_kill 2\noom_group_kill x\n";
  CHECK(count_in(events, "oom") == 3);
  CHECK(count_in(events, "oom_kill") == 2);
  CHECK(count_in(events, "oom_group_kill") == 0);
  CHECK(count_in(events, "high") == 0);
}

TEST_CASE("a group that is named but is none is said") {
  const testing::Folder folder;
  const testing::Variable named("SEEDFAULT_CGROUP", folder.path().string());
  const auto group = delegated_group();
  REQUIRE_FALSE(group.has_value());
  CHECK(group.error().problem == "no cgroup v2 with memory and pids is delegated to us");
}

namespace {

bool held(const std::string& what) {
  if (probe().tier == Tier::full) return true;
  fmt::print(stderr, "SKIPPED {}: no delegated cgroup v2 here; tests/sandbox/uml/run brings one\n", what);
  return false;
}

Outcome shell(const std::string& script, std::uint64_t memory) {
  Policy policy;
  policy.profile.visible = {"/usr", "/etc/ld.so.cache"};
  policy.argv = {"/bin/sh", "-c", script};
  policy.limits.memory = memory;
  policy.limits.processes = 16;
  auto result = run(policy);
  REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().step + ": " + result.error().problem));
  return *result;
}

}  // namespace

TEST_CASE("a leaf holds the memory of all, and says so") {
  if (!held("memory of a leaf")) return;
  const auto small = shell("head -c 4000000 /dev/zero > /tmp/a", 32U << 20);
  CHECK(small.ending == Ending{Exited{0}});
  CHECK(small.tier == Tier::full);
  const bool has_peak = small.usage.memory_measured_by == "cgroup";
  if (has_peak) CHECK(small.usage.peak_memory > 4'000'000);
  // Files and processes together, each below what one of them may take.
  const auto files = shell(
      "for i in 1 2 3; do head -c 12000000 /dev/zero > /tmp/$i; done; "
      "head -c 15000000 /dev/zero > /work/a; head -c 15000000 /dev/zero > /dev/shm/a; "
      "head -c 15000000 /dev/zero | tail -c 15000000 >/dev/null; sleep 1",
      32U << 20);
  CHECK(files.ending == Ending{OutOfMemory{}});
}

TEST_CASE("a leaf goes with its run") {
  if (!held("leaves")) return;
  const auto group = delegated_group();
  REQUIRE(group.has_value());
  for (int i = 0; i < 5; ++i) CHECK(shell("(sleep 100 &) ; exit 0", 64U << 20).ending == Ending{Exited{0}});
  for (const auto& entry : std::filesystem::directory_iterator(*group))
    CHECK_FALSE(entry.path().filename().string().starts_with("seedfault-"));
}
