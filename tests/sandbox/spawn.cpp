#include "sandbox/spawn.hpp"

#include <doctest/doctest.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

using namespace sandbox;

namespace {

struct Started {
  tl::expected<Child, int> child;
  std::string out;
};

Started shell(const std::string& script, const std::string& program = "/bin/sh") {
  Pair out = pipe_to_read();
  const Descriptor null = open_to_read("/dev/null");
  Started started{spawn({.program = program,
                         .arguments = {"-c", script},
                         .input = null.number(),
                         .out = out.theirs.number(),
                         .err = out.theirs.number()}),
                  {}};
  out.theirs = Descriptor();
  char buffer[4096];
  for (ssize_t size = 0; (size = read(out.ours.number(), buffer, sizeof buffer)) > 0;)
    started.out.append(buffer, static_cast<std::size_t>(size));
  return started;
}

// Whether the descriptor says that the process has ended, within five seconds.
bool ended(const Child& child) {
  pollfd event{child.process.number(), POLLIN, 0};
  return poll(&event, 1, 5000) == 1;
}

}  // namespace

TEST_CASE("a process is started, in a group of its own") {
  const auto started = shell("echo $$; ps -o pgid= -p $$");
  REQUIRE(started.child.has_value());
  const auto pid = std::to_string(started.child->pid);
  CHECK(started.out.starts_with(pid + "\n"));
  CHECK(started.out.find(pid, pid.size()) != std::string::npos);
  CHECK(ended(*started.child));
  CHECK(waitpid(started.child->pid, nullptr, 0) == started.child->pid);
}

TEST_CASE("what cannot be started leaves its error and no child") {
  CHECK(shell("", "/nowhere/sh").child.error() == ENOENT);
  CHECK(shell("", "/etc/passwd").child.error() == EACCES);
  CHECK(waitpid(-1, nullptr, WNOHANG) == -1);
}

TEST_CASE("a child that ends at once is watched also by a caller that ignores SIGCHLD") {
  struct sigaction ignored{};
  ignored.sa_handler = SIG_IGN;
  struct sigaction usual{};
  REQUIRE(sigaction(SIGCHLD, &ignored, &usual) == 0);
  int watched = 0;
  for (int i = 0; i < 200; ++i) {
    const auto started = shell("", "/bin/true");
    watched += started.child && ended(*started.child) ? 1 : 0;
  }
  REQUIRE(sigaction(SIGCHLD, &usual, nullptr) == 0);
  CHECK(watched == 200);
}
