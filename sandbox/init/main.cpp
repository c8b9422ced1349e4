// seedfault-init: process 1 of a sandbox. Lays the files, starts the program behind its walls, watches clock
// and memory, ends everything, and tells seedfault how it went. The program can neither signal it nor look
// into it.
//
// Called as: seedfault-init STATUS ORDER, two descriptor numbers (see protocol.hpp).
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "sandbox/init/family.hpp"
#include "sandbox/init/memory.hpp"
#include "sandbox/init/program.hpp"

namespace sandbox::init {
namespace {

constexpr int look_ms = 20;       // between two looks at the memory
constexpr int close_look_ms = 3;  // when half of it is used

struct Run {
  int status = -1;
  int children = -1;  // a signalfd for SIGCHLD
  const OrderHead* limits = nullptr;
  Program program;
  std::uint64_t started_us = 0;
  std::uint64_t peak = 0;
  std::uint64_t in_use = 0;
  int wait_status = 0;
  char* report = nullptr;
  std::uint32_t report_size = 0;
};

std::uint64_t now_us() {
  timespec now{};
  if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) _exit(1);
  return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000 + static_cast<std::uint64_t>(now.tv_nsec) / 1000;
}

void tell(int status, const void* bytes, std::size_t size) {
  const char* at = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t written = write(status, at, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) _exit(1);  // nobody listens any more; this exit ends everything inside
    at += written;
    size -= static_cast<std::size_t>(written);
  }
}

[[noreturn]] void give_up(int status, StepFailure failure) {
  Message message;
  message.kind = Kind::broken;
  message.step = failure.step;
  message.error = failure.error;
  tell(status, &message, sizeof message);
  _exit(1);
}

void take_report(Run& run) {
  char rest[4096];
  for (;;) {
    const std::uint32_t room = report_limit - run.report_size;
    char* to = room > 0 ? run.report + run.report_size : rest;
    const ssize_t size = read(run.program.report, to, room > 0 ? room : sizeof rest);
    if (size <= 0) {
      if (size == 0 || errno != EAGAIN) run.program.report = -1;
      return;
    }
    if (room > 0) run.report_size += static_cast<std::uint32_t>(size);
  }
}

// True when the program itself has ended; whoever else ends is only buried.
bool bury(Run& run) {
  bool ended = false;
  int wait_status = 0;
  for (pid_t pid = 0; (pid = waitpid(-1, &wait_status, WNOHANG)) > 0;) {
    if (pid != run.program.pid) continue;
    run.wait_status = wait_status;
    ended = true;
  }
  return ended;
}

int until_next_look(const Run& run, std::uint64_t elapsed_ms) {
  const std::uint64_t left = run.limits->wall_ms - elapsed_ms;
  const auto look = static_cast<std::uint64_t>(run.in_use > run.limits->memory / 2 ? close_look_ms : look_ms);
  return static_cast<int>(run.limits->has_proc != 0 && look < left ? look : (left < 1000 ? left : 1000));
}

bool over_memory(Run& run) {
  if (run.limits->has_proc == 0) return false;
  run.in_use = memory_in_use(run.limits->weak == 0);
  if (run.in_use > run.peak) run.peak = run.in_use;
  return run.in_use > run.limits->memory;
}

// Waits for the first reason to end.
Cause watch(Run& run) {
  for (;;) {
    const std::uint64_t elapsed_ms = (now_us() - run.started_us) / 1000;
    if (elapsed_ms >= run.limits->wall_ms) return Cause::wall;
    pollfd events[] = {{run.children, POLLIN, 0}, {run.status, POLLIN, 0}, {run.program.report, POLLIN, 0}};
    poll(events, 3, until_next_look(run, elapsed_ms));
    if ((events[2].revents & (POLLIN | POLLHUP)) != 0) take_report(run);
    if (events[0].revents != 0) {
      signalfd_siginfo which;
      while (read(run.children, &which, sizeof which) > 0) {
      }
      if (bury(run)) return Cause::by_itself;
    }
    if (events[1].revents != 0) return Cause::told;  // a byte, or seedfault is gone
    if (over_memory(run)) return Cause::memory;
  }
}

// Ends every process inside and waits until the last is gone.
void end_all(Run& run) {
  int wait_status = 0;
  for (;;) {
    kill_family(run.limits->weak == 0);
    const pid_t pid = waitpid(-1, &wait_status, 0);
    if (pid < 0 && errno != EINTR) return;
    if (pid == run.program.pid) run.wait_status = wait_status;
  }
}

std::uint64_t microseconds(timeval time) {
  return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000 + static_cast<std::uint64_t>(time.tv_usec);
}

void tell_end(const Run& run, Cause cause, std::uint64_t ended_us) {
  Message message;
  if (run.report_size > 0) {
    message.kind = Kind::report;
    message.report_size = run.report_size;
    tell(run.status, &message, sizeof message);
    tell(run.status, run.report, run.report_size);
  }
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  message.kind = Kind::ended;
  message.wait_status = run.wait_status;
  message.cause = cause;
  message.wall_us = ended_us - run.started_us;
  message.cpu_us = microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
  message.peak_watched = run.peak;
  message.peak_of_largest = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
  tell(run.status, &message, sizeof message);
}

int number(const char* text) { return static_cast<int>(strtol(text, nullptr, 10)); }

int children_descriptor() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  sigprocmask(SIG_BLOCK, &set, nullptr);
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

void oversee(int status, int order_descriptor) {
  Order order;
  if (!read_order(order_descriptor, order)) give_up(status, {Step::read_order, errno});
  close(order_descriptor);
  // This process goes when bubblewrap goes, and takes its namespace with it. Without a namespace it must live
  // to end the others, and whoever loses its parent becomes its child.
  const bool tied = order.head.weak == 0 ? prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0
                                         : prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0;
  if (!tied) give_up(status, {Step::watch, errno});
  if (!lay_files(order)) give_up(status, {Step::lay_files, errno});
  Run run;
  run.status = status;
  run.children = children_descriptor();
  run.limits = &order.head;
  run.report = static_cast<char*>(malloc(report_limit));
  if (run.children < 0 || run.report == nullptr) give_up(status, {Step::watch, errno});
  StepFailure failure{};
  run.started_us = now_us();
  if (!start(order, run.program, failure)) give_up(status, failure);
  const Message ready;
  tell(status, &ready, sizeof ready);
  const Cause cause = watch(run);
  const std::uint64_t ended_us = now_us();
  end_all(run);
  if (run.program.report >= 0) take_report(run);
  tell_end(run, cause, ended_us);
}

}  // namespace
}  // namespace sandbox::init

namespace {

// What bubblewrap was given for itself, and this program's own file.
void close_all_but(unsigned one, unsigned other) {
  const unsigned low = one < other ? one : other;
  const unsigned high = one < other ? other : one;
  if (low > 3) syscall(SYS_close_range, 3U, low - 1, 0);
  if (high > low + 1) syscall(SYS_close_range, low + 1, high - 1, 0);
  syscall(SYS_close_range, high + 1, ~0U, 0);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  // Nobody inside may look into this process or at its descriptors; and it goes when bubblewrap goes.
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return 2;
  if (signal(SIGPIPE, SIG_IGN) == SIG_ERR) return 2;
  const int status = sandbox::init::number(arguments[1]);
  const int order = sandbox::init::number(arguments[2]);
  close_all_but(static_cast<unsigned>(status), static_cast<unsigned>(order));
  fcntl(status, F_SETFD, FD_CLOEXEC);
  sandbox::init::oversee(status, order);
  return 0;
}
