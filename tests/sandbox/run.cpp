#include "sandbox/run.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <set>
#include <thread>

#include "sandbox/probe.hpp"
#include "tests/sandbox/folder.hpp"
#include "tests/sandbox/host.hpp"

using namespace sandbox;
using namespace std::chrono_literals;

namespace {

Policy shell(const std::string& script) {
  Policy policy;
  policy.profile.visible = {"/usr", "/etc/ld.so.cache"};
  policy.profile.environment = {{"PATH", "/usr/bin:/bin"}};
  policy.argv = {"/bin/sh", "-c", script};
  return policy;
}

Outcome outcome(const Policy& policy) {
  auto result = run(policy);
  REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().step + ": " + result.error().problem));
  return std::move(*result);
}

std::size_t open_descriptors() {
  const std::filesystem::directory_iterator all("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

// Of the test's own temporary folder everything, of the machine's only what is bubblewrap's: other programs
// use it too.
std::set<std::string> in_temporary_folders() {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::temp_directory_path()))
    names.insert(entry.path().string());
  for (const auto& entry : std::filesystem::directory_iterator("/tmp")) {
    const auto name = entry.path().filename().string();
    if (name.find("bwrap") != std::string::npos || name.find("bubblewrap") != std::string::npos)
      names.insert(name);
  }
  return names;
}

bool running(const std::string& mark) {
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/proc", error)) {
    const auto arguments = read_file((entry.path() / "cmdline").c_str());
    if (arguments && arguments->find(mark) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a run gets its files, folder, input and environment") {
  if (!testing::host_can("run")) return;
  Policy policy = shell("pwd; cat a.txt ../top; cat; env | sort; echo problem >&2; exit 3");
  policy.files = {{"deep/er/a.txt", "a\n"}, {"deep/top", "top\n"}};
  policy.folder = "deep/er";
  policy.input = "input\n";
  const Outcome result = outcome(policy);
  CHECK(result.ending == Ending{Exited{3}});
  CHECK(result.out == "/work/deep/er\na\ntop\ninput\nPATH=/usr/bin:/bin\nPWD=/work/deep/er\n");
  CHECK(result.err == "problem\n");
  CHECK_FALSE(result.report.has_value());
  CHECK(result.usage.wall > 0us);
  CHECK(result.usage.peak_memory > 100'000);
  CHECK(result.limits == policy.limits);
}

TEST_CASE("a secret comes on 3 and a report goes on 4") {
  if (!testing::host_can("run")) return;
  Policy policy = shell("read -r secret <&3; echo \"$secret!\" >&4");
  policy.secret = "xyzzy\n";
  CHECK(outcome(policy).report == "xyzzy!\n");
}

TEST_CASE("a program that is not there is a failure and not an outcome") {
  if (!testing::host_can("run")) return;
  Policy policy = shell("");
  policy.argv = {"/usr/bin/no-such-program"};
  const auto result = run(policy);
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().step == "start the program");
  CHECK(result.error().problem == "/usr/bin/no-such-program: No such file or directory");
}

TEST_CASE("exits and signals are told apart") {
  if (!testing::host_can("run")) return;
  CHECK(outcome(shell("exit 9")).ending == Ending{Exited{9}});
  CHECK(outcome(shell("kill -9 $$")).ending == Ending{Signalled{9}});
  CHECK(outcome(shell("exit 137")).ending == Ending{Exited{137}});
  CHECK(outcome(shell("kill -15 $$")).ending == Ending{Signalled{15}});
}

TEST_CASE("the clock ends a run close to its limit, and its use is known") {
  if (!testing::host_can("run")) return;
  Policy policy = shell("echo before; sleep 30");
  policy.limits.wall = 300ms;
  const Outcome result = outcome(policy);
  CHECK(result.ending == Ending{TimedOut{Clock::wall}});
  CHECK(result.out == "before\n");
  CHECK(result.usage.wall >= 300ms);
  CHECK(result.usage.wall < 2s);
}

TEST_CASE("a profile that has System V memory has it counted") {
  if (!testing::host_can("System V memory") || probe().tier == Tier::no_proc) return;
  Policy policy = shell("ipcmk -M 200M && sleep 20");
  policy.limits.memory = 64U << 20;
  CHECK(outcome(policy).ending == Ending{Exited{1}});  // without the profile's word there is none
  policy.profile.shared_memory = true;
  const Outcome result = outcome(policy);
  CHECK(result.ending == Ending{OutOfMemory{}});
  CHECK(result.usage.wall < 10s);
}

TEST_CASE("runs leave no descriptor, process or file behind") {
  if (!testing::host_can("run")) return;
  const testing::Folder own;
  const testing::Variable temporary("TMPDIR", own.path().string());
  (void)run(shell("true"));
  const auto descriptors = open_descriptors();
  const auto files = in_temporary_folders();
  const std::string mark = "seedfault-left-over-" + std::to_string(getpid());
  for (int i = 0; i < 50; ++i) {
    Policy policy = shell("(sleep 100; : " + mark + ") & exit 0");
    CHECK(outcome(policy).ending == Ending{Exited{0}});
  }
  CHECK(open_descriptors() == descriptors);
  CHECK(in_temporary_folders() == files);
  CHECK_FALSE(running(mark));
  CHECK(waitpid(-1, nullptr, WNOHANG) == -1);  // no child that nobody waited for
}

TEST_CASE("eight at once end as one after the other") {
  if (!testing::host_can("run")) return;
  std::atomic<int> right{0};
  std::array<std::string, 8> said;  // of what ended otherwise
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([i, &right, &said] {
      for (int round = 0; round < 5; ++round) {
        Policy policy = shell("cat number; exit " + std::to_string(i));
        policy.limits.wall = 60s;  // eight at once in a User-Mode Linux on a busy machine
        policy.files = {{"number", std::string(10'000, static_cast<char>('0' + i))}};
        const auto result = run(policy);
        if (result && result->ending == Ending{Exited{i}} && result->out == policy.files[0].content)
          ++right;
        else
          said.at(static_cast<std::size_t>(i)) +=
              (result ? describe(result->ending) : result.error().problem) + "; ";
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& each : said) CHECK(each == "");
  CHECK(right == 40);
}

TEST_CASE("killed in the middle, the caller leaves nothing running") {
  if (!testing::host_can("run")) return;
  (void)probe();
  const std::string mark = "seedfault-orphan-" + std::to_string(getpid());
  const pid_t caller = fork();
  REQUIRE(caller >= 0);
  if (caller == 0) {
    (void)run(shell("trap '' TERM HUP INT; (setsid sleep 100; : " + mark + ") & sleep 100; : " + mark));
    _exit(0);
  }
  for (int i = 0; i < 500 && !running("sleep 100; : " + mark); ++i) usleep(10'000);
  REQUIRE(running(mark));
  kill(caller, SIGKILL);
  waitpid(caller, nullptr, 0);
  for (int i = 0; i < 300 && running(mark); ++i) usleep(10'000);
  CHECK_FALSE(running(mark));
}

TEST_CASE("a caller with closed standard descriptors runs as well") {
  if (!testing::host_can("run")) return;
  (void)probe();
  const pid_t caller = fork();
  REQUIRE(caller >= 0);
  if (caller == 0) {
    for (int number = 0; number < 3; ++number) close(number);
    const auto result = run(shell("echo out; echo err >&2"));
    _exit(result && result->out == "out\n" && result->err == "err\n" ? 0 : 1);
  }
  int status = 1;
  waitpid(caller, &status, 0);
  CHECK(status == 0);
}

TEST_CASE("a caller without descriptors is told so") {
  if (!testing::host_can("run")) return;
  (void)probe();
  const pid_t caller = fork();
  REQUIRE(caller >= 0);
  if (caller == 0) {
    while (dup(0) >= 0) {
    }
    const auto result = run(shell("true"));
    _exit(!result && !result.error().remedy.empty() ? 0 : 1);
  }
  int status = 1;
  waitpid(caller, &status, 0);
  CHECK(status == 0);
}
