#include "sandbox/weak.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <functional>

#include "sandbox/chain.hpp"
#include "sandbox/probe.hpp"
#include "sandbox/proof.hpp"
#include "sandbox/run.hpp"
#include "tests/sandbox/folder.hpp"
#include "tests/sandbox/host.hpp"
#include "tests/sandbox/namespaces.hpp"

using namespace sandbox;

namespace {

// From here on: an ordinary user of a host that allows no user namespace, which is a user namespace whose own
// limit is none.
// A small file system is mounted at `disk`, while that can still be done: exec takes the right away.
void become_such_a_host(const std::string& disk) {
  testing::enter_user_namespace(CLONE_NEWNS);
  if (mount("disk", disk.c_str(), "tmpfs", 0, "size=64k") != 0) _exit(77);
  setenv("SEEDFAULT_SMALL_DISK", disk.c_str(), 1);
  testing::write_line("/proc/sys/user/max_user_namespaces", "0");
}

// The cases "weak host: …" in a process of their own, for what this one knows about its host is remembered.
int run_cases_of_weak_host(const std::string& place, const std::string& disk) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    become_such_a_host(disk);
    setenv("XDG_CACHE_HOME", place.c_str(), 1);
    setenv("TMPDIR", place.c_str(), 1);
    execl("/proc/self/exe", "test_sandbox", "--no-skip", "--test-case=weak host:*", nullptr);
    _exit(127);
  }
  int status = 1;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool has_weak_sandbox() {
  if (probe().tier == Tier::weak) return true;
  const auto& facts = probe().facts;
  const bool told = facts.size() >= 2 && facts[facts.size() - 2].name == "weak sandbox";
  CHECK_MESSAGE(told, "a host without a sandbox says why it has not even the weak one");
  fmt::print(stderr, "SKIPPED weak sandbox: {}\n", told ? facts[facts.size() - 2].value : "");
  return false;
}

Policy shell(const std::string& script, AllowWeak allow) {
  Policy policy;
  policy.profile.visible = {"/usr", "/etc/ld.so.cache"};
  policy.profile.environment = {{"PATH", "/usr/bin:/bin"}};
  policy.argv = {"/bin/sh", "-c", script};
  policy.allow_weak = allow;
  return policy;
}

bool left_over(const std::string& mark) {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator("/proc", ignored)) {
    const auto arguments = read_file((entry.path() / "cmdline").c_str());
    if (arguments && arguments->find(mark) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a path at its place on the host") {
  struct Row {
    std::string_view text;
    std::string_view moved;
  };
  const Row rows[] = {
      {"/work", "P"},       {"/work/tree", "P/tree"},          {"--in=/work/x", "--in=P/x"},
      {"/tmp", "P/tmp"},    {"/tmp/a:/work/b", "P/tmp/a:P/b"}, {"/workshop", "/workshop"},
      {"a/work", "a/work"}, {"/usr/tmp", "/usr/tmp"},          {"", ""},
  };
  for (const auto& [text, expected] : rows) CHECK(at_place(text, "P") == expected);
}

TEST_CASE("the weak sandbox is never root's") {
  if (geteuid() != 0) return;
  const auto result = run_weak(shell("true", AllowWeak::yes));
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().remedy == "run seedfault as an ordinary user");
}

TEST_CASE("on a host without user namespaces") {
  const testing::Folder place;
  const testing::Folder disk;
  for (const auto& folder : {place.path(), disk.path()})
    std::filesystem::permissions(folder, std::filesystem::perms::all);
  const int status = run_cases_of_weak_host(place.path().string(), disk.path().string());
  if (status == 77) {
    fmt::print(stderr, "SKIPPED weak sandbox: this host gives no user namespace to try it in\n");
    return;
  }
  CHECK(status == 0);
  CHECK(std::filesystem::is_empty(place.path()));
}

TEST_CASE("weak host: refused, with cause and cure, unless it is asked for" * doctest::skip()) {
  if (!has_weak_sandbox()) return;
  const auto refused = run(shell("true", AllowWeak::no));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().step == "refuse");
  CHECK(refused.error().problem.find("tier: weak") != std::string::npos);
  CHECK(refused.error().remedy.find("max_user_namespaces") != std::string::npos);
  CHECK(refused.error().remedy.find("--allow-weak-sandbox") != std::string::npos);
  Policy policy = shell("cat a/b; pwd | grep -c seedfault-weak; touch x; exit 3", AllowWeak::yes);
  policy.files = {{"a/b", "content\n"}};
  const auto allowed = run(policy);
  REQUIRE_MESSAGE(allowed.has_value(), (allowed ? "" : allowed.error().problem));
  CHECK(allowed->ending == Ending{Exited{3}});
  CHECK(allowed->out == "content\n1\n");
  CHECK(allowed->tier == Tier::weak);
  CHECK(allowed->limits == policy.limits);
}

TEST_CASE("weak host: what it holds" * doctest::skip()) {
  if (!has_weak_sandbox()) return;
  struct Row {
    std::string what;
    std::string script;
  };
  const Row rows[] = {
      {"files of the host", "cat /etc/hostname || cat /etc/passwd || cat /proc/1/environ"},
      {"folders of the host", "ls /home || ls / || ls /proc"},
      {"writing", "echo x > /tmp/x || echo x > /dev/shm/x || echo x > /usr/x"},
      {"the caller's processes", "kill -0 $PPID || kill -0 1"},
      {"the network", "python3 -c 'import socket; socket.socket()'"},
      {"attributes of files", "touch x; chmod 700 x || chmod 600 /tmp"},
      {"limits of others", "prlimit --pid $PPID --nofile=10"},
      {"the descriptors of the caller", "ls /proc/self/fd || cat <&5"},
  };
  for (const auto& [what, script] : rows) {
    CAPTURE(what);
    const auto result =
        run(shell("if { " + script + "; } 2>/dev/null; then echo through; fi; echo held", AllowWeak::yes));
    REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().problem));
    CHECK(result->out == "held\n");
  }
}

TEST_CASE("weak host: a run ends with all of its processes, at its clock and at its memory" *
          doctest::skip()) {
  if (!has_weak_sandbox()) return;
  const std::string mark = fmt::format("seedfault-weak-run-{}", getpid());
  Policy late = shell("(setsid sh -c 'sleep 100; : " + mark + "' &) ; sleep 100; : " + mark, AllowWeak::yes);
  late.limits.wall = std::chrono::milliseconds(500);
  const auto timed_out = run(late);
  REQUIRE_MESSAGE(timed_out.has_value(), (timed_out ? "" : timed_out.error().problem));
  CHECK(timed_out->ending == Ending{TimedOut{Clock::wall}});
  CHECK_FALSE(left_over(mark));
  Policy large =
      shell("for i in 1 2 3; do python3 -c 'x = b\"x\" * (50 << 20); import time; time.sleep(9)' " + mark +
                " & done; wait",
            AllowWeak::yes);
  large.limits.memory = 64U << 20;
  const auto full = run(large);
  REQUIRE_MESSAGE(full.has_value(), (full ? "" : full.error().problem));
  CHECK(full->ending == Ending{OutOfMemory{}});
  CHECK_FALSE(left_over(mark));
}

TEST_CASE("weak host: a full disk is said" * doctest::skip()) {
  const char* disk = std::getenv("SEEDFAULT_SMALL_DISK");
  REQUIRE(disk != nullptr);
  if (!has_weak_sandbox()) return;
  const testing::Variable place("TMPDIR", disk);
  Policy policy = shell("true", AllowWeak::yes);
  policy.files = {{"large", std::string(200'000, 'x')}};
  const auto result = run(policy);
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().step == "lay the files");
  CHECK(result.error().problem == "No space left on device");
  CHECK(std::filesystem::is_empty(disk));
}

TEST_CASE("weak host: a proof says in what sandbox it ran" * doctest::skip()) {
  const Profile python = testing::profile("python");
  if (!has_weak_sandbox() || !testing::toolchain_there(python, "weak proof")) return;
  const File proof{"proof.py",
                   "import unittest\nimport shop\n\nclass Sum(unittest.TestCase):\n    def test(self):\n"
                   "        self.assertEqual(shop.total([1, 2]), 3)\n"};
  const std::vector<File> tree{{"shop.py", "def total(prices):\n    return sum(prices)\n"}};
  const auto allowed = run_proof(python, tree, proof, AllowWeak::yes);
  REQUIRE_MESSAGE(allowed.has_value(), (allowed ? "" : allowed.error().problem));
  CHECK(allowed->verdict == ProofVerdict{Passed{}});
  CHECK(allowed->outcome->tier == Tier::weak);
  CHECK_FALSE(run_proof(python, tree, proof).has_value());
}
