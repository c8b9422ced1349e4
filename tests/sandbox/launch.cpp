#include "sandbox/launch.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/sandbox/folder.hpp"

using namespace sandbox;
using namespace std::chrono_literals;

namespace {

// A shell instead of bubblewrap; its descriptor for the status is $0.
tl::expected<Launched, Failure> shell(const std::string& script, std::chrono::milliseconds limit = 5s,
                                      std::uint64_t output_limit = 10'000,
                                      std::chrono::milliseconds start_limit = 5s) {
  Pair status = stream_socket();
  const int number = status.theirs.number();
  return launch({.program = "/bin/sh",
                 .arguments = {"-c", script, std::to_string(number)},
                 .inherited = {number},
                 .input = memory_file("input"),
                 .status = std::move(status),
                 .start_limit = start_limit,
                 .limit = limit,
                 .output_limit = output_limit});
}

}  // namespace

TEST_CASE("the program's words come back") {
  const auto launched = shell("cat; echo problem >&2");
  REQUIRE(launched.has_value());
  CHECK(launched->end == Launched::End::by_itself);
  CHECK(launched->out == "input");
  CHECK(launched->err == "problem\n");
  CHECK_FALSE(launched->output_cut);
}

TEST_CASE("its environment is empty, and only what was handed over is open") {
  const testing::Variable bait("SEEDFAULT_BAIT", "secret");
  const Descriptor mine = open_to_read("/dev/null");
  REQUIRE(dup(mine.number()) > 2);  // even one that is not close-on-exec
  const auto launched = shell("tr '\\0' '\\n' < /proc/self/environ; ls /proc/$$/fd; echo status $0");
  REQUIRE(launched.has_value());
  CHECK(launched->out.find("SEEDFAULT") == std::string::npos);
  CHECK(std::count(launched->out.begin(), launched->out.end(), '\n') ==
        5);  // 0, 1, 2, the status; and "status N"
}

TEST_CASE("no signal is blocked or ignored") {
  struct sigaction ignored{};
  ignored.sa_handler = SIG_IGN;
  struct sigaction usual{};
  REQUIRE(sigaction(SIGCHLD, &ignored, &usual) == 0);
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  const auto launched = shell("exec grep -E 'Sig(Blk|Ign)' /proc/self/status");
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  REQUIRE(sigaction(SIGCHLD, &usual, nullptr) == 0);
  REQUIRE(launched.has_value());
  CHECK(launched->out == "SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n");
}

TEST_CASE("too much output is cut at its limit") {
  const auto launched = shell("while :; do echo xxxxxxxxxxxxxxxxxxxxxxx; done", 5s, 1000);
  REQUIRE(launched.has_value());
  CHECK(launched->end == Launched::End::too_much_output);
  CHECK(launched->out.size() == 1000);
  CHECK(launched->output_cut);
  CHECK(launched->elapsed < 4s);
}

TEST_CASE("what says nothing in time is ended") {
  const auto launched = shell("sleep 30", 5s, 1000, 100ms);
  REQUIRE(launched.has_value());
  CHECK(launched->end == Launched::End::not_started_in_time);
  CHECK(launched->elapsed < 4s);
}

TEST_CASE("what ignores signals is ended with its group") {
  const auto launched = shell("trap '' TERM INT HUP; sleep 30 & echo $! ; sleep 30", 5s, 1000, 100ms);
  REQUIRE(launched.has_value());
  CHECK(launched->elapsed < 4s);
  const auto child = static_cast<pid_t>(std::stol(launched->out));
  for (int i = 0; i < 100 && kill(child, 0) == 0; ++i) usleep(10'000);
  const auto state = read_file(("/proc/" + std::to_string(child) + "/stat").c_str());
  CHECK((!state || state->find(") Z ") != std::string::npos));
}

TEST_CASE("a child that holds the pipes does not hold up the end") {
  const auto launched = shell("setsid sleep 3 & exit 0");
  REQUIRE(launched.has_value());
  CHECK(launched->elapsed < 2s);
}

TEST_CASE("a program that is not there is a failure") {
  Pair status = stream_socket();
  const auto launched =
      launch({.program = "/nowhere/bwrap", .input = memory_file(""), .status = std::move(status)});
  REQUIRE_FALSE(launched.has_value());
  CHECK(launched.error().problem == "/nowhere/bwrap: No such file or directory");
  CHECK(waitpid(-1, nullptr, WNOHANG) == -1);  // and the process that was to become it is buried
}
