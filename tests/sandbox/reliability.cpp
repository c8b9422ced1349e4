// Runs in a row, and hosts that are short of something. SEEDFAULT_RUNS=10000 for the long version.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "sandbox/probe.hpp"
#include "sandbox/run.hpp"
#include "sandbox/seed.hpp"
#include "tests/sandbox/folder.hpp"
#include "tests/sandbox/host.hpp"
#include "tests/sandbox/namespaces.hpp"

using namespace sandbox;
namespace fs = std::filesystem;

namespace {

Policy shell(const std::string& script) {
  Policy policy;
  policy.profile.visible = {"/usr", "/etc/ld.so.cache"};
  policy.argv = {"/bin/sh", "-c", script};
  return policy;
}

// What a run could leave behind on the host. Of the test's own temporary folder everything counts, of the
// machine's only what is bubblewrap's: other programs use them too.
struct Remains {
  std::size_t descriptors = 0;
  std::size_t mounts = 0;
  std::set<std::string> files;
  bool operator==(const Remains&) const = default;
};

Remains remains() {
  Remains found;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator("/proc/self/fd")) ++found.descriptors;
  const auto mounts = read_file("/proc/self/mounts").value_or("");
  found.mounts = static_cast<std::size_t>(std::count(mounts.begin(), mounts.end(), '\n'));
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(fs::temp_directory_path(), ignored))
    found.files.insert(entry.path().string());
  for (const auto* folder : {"/tmp", "/dev/shm"})
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
      const auto name = entry.path().filename().string();
      if (name.find("bwrap") != std::string::npos || name.find("bubblewrap") != std::string::npos)
        found.files.insert(name);
    }
  return found;
}

bool running(const std::string& mark) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator("/proc", ignored)) {
    const auto arguments = read_file((entry.path() / "cmdline").c_str());
    if (arguments && arguments->find(mark) != std::string::npos) return true;
  }
  return false;
}

std::size_t resident_kib() {
  const auto text = read_file("/proc/self/status").value_or("");
  const auto at = text.find("VmRSS:");
  return at == std::string::npos ? 0 : std::strtoul(text.c_str() + at + 6, nullptr, 10);
}

}  // namespace

TEST_CASE("many runs in a row leave nothing and end alike") {
  if (!testing::host_can("many runs")) return;
  const testing::Folder own;
  const testing::Variable temporary("TMPDIR", own.path().string());
  const char* wanted = std::getenv("SEEDFAULT_RUNS");
  const int runs = wanted == nullptr ? 60 : std::max(1, std::atoi(wanted));
  const std::string mark = fmt::format("seedfault-row-{}", getpid());
  Policy policy = shell("cat a/b; (sleep 100; : " + mark + ") & exit 7");
  policy.files = {{"a/b", "content"}};
  for (int i = 0; i < 20; ++i) (void)run(policy);
  const auto before = remains();
  const auto memory = resident_kib();
  int alike = 0;
  for (int i = 0; i < runs; ++i) {
    const auto result = run(policy);
    alike += result && result->ending == Ending{Exited{7}} && result->out == "content" ? 1 : 0;
  }
  CHECK(alike == runs);
  CHECK(remains() == before);
  CHECK_FALSE(running(mark));
  CHECK(waitpid(-1, nullptr, WNOHANG) == -1);
#if !defined(__SANITIZE_ADDRESS__)  // which keeps what was freed for a while, and looks for leaks itself
  CHECK(resident_kib() < memory + 2048);
#endif
  if (runs > 1000)
    fmt::print("{} runs: {} alike, resident {} KiB, before {}\n", runs, alike, resident_kib(), memory);
}

TEST_CASE("an exhausted process table is said, with what to do") {
  if (!testing::host_can("process table")) return;
  (void)probe();
  const pid_t caller = fork();
  REQUIRE(caller >= 0);
  if (caller == 0) {
    const rlimit none{0, 0};
    const bool limited = setrlimit(RLIMIT_NPROC, &none) == 0;
    const auto result = run(shell("true"));
    const bool said = !result &&
                      result.error().problem.find("Resource temporarily unavailable") != std::string::npos &&
                      result.error().remedy.find("processes") != std::string::npos;
    if (!said)
      fmt::print(stderr, "said: {}\n",
                 result ? "an outcome" : result.error().problem + "; " + result.error().remedy);
    _exit(limited && said ? 0 : 1);
  }
  int status = 1;
  waitpid(caller, &status, 0);
  CHECK(status == 0);
}

TEST_CASE("a full /work is the program's error, and files that do not fit are the sandbox's") {
  if (!testing::host_can("full disk")) return;
  Policy policy = shell("head -c 30000000 /dev/zero > /work/a || exit 5");
  policy.limits.memory = 32U << 20;
  const auto result = run(policy);
  REQUIRE(result.has_value());
  CHECK(result->ending == Ending{Exited{5}});
  CHECK(result->err.find("No space left on device") != std::string::npos);
}

TEST_CASE("a full disk stops no run, and keeps nothing half-written") {
  if (!testing::host_can("full disk")) return;
  const testing::Folder disk;
  fs::permissions(disk.path(), fs::perms::all);
  const pid_t caller = fork();
  REQUIRE(caller >= 0);
  if (caller == 0) {
    testing::mount_full_disk(disk.path().string());
    setenv("XDG_CACHE_HOME", disk.path().c_str(), 1);
    setenv("TMPDIR", disk.path().c_str(), 1);
    Policy policy = shell("cat a/b; exit 4");
    policy.files = {{"a/b", std::string(100'000, 'x')}};
    policy.profile.id = "full";
    policy.profile.seed = {"/bin/sh", "-c", "head -c 100000 /dev/zero"};
    const bool no_seed = !seed_of(policy.profile);
    const auto result = run(policy);
    const bool ran = result && result->ending == Ending{Exited{4}} && result->out == policy.files[0].content;
    std::size_t left = 0;
    for (const auto& entry : fs::recursive_directory_iterator(disk.path()))
      if (entry.is_regular_file() && entry.path().filename() != "filler") ++left;
    _exit(no_seed && ran && left == 0 && probe_afresh().tier != Tier::none ? 0 : 1);
  }
  int status = 1;
  waitpid(caller, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 77) {
    fmt::print(stderr, "SKIPPED full disk: no mount namespace for an ordinary user here\n");
    return;
  }
  CHECK(status == 0);
}

TEST_CASE("a cache that cannot be written stops no run") {
  if (!testing::host_can("cache")) return;
  const testing::Folder folder;
  const auto file = folder.write("file", "");
  const testing::Variable cache("XDG_CACHE_HOME", file.string());
  CHECK(probe_afresh().tier != Tier::none);
  CHECK(run(shell("exit 4"))->ending == Ending{Exited{4}});
}
