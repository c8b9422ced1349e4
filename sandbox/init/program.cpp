#include "sandbox/init/program.hpp"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <initializer_list>

#include "sandbox/init/landlock.hpp"

namespace sandbox::init {
namespace {

struct Pipes {
  int secret[2] = {-1, -1};
  int report[2] = {-1, -1};
  int failure[2] = {-1, -1};
};

constexpr std::uint64_t stack = 8U << 20;

bool limit(__rlimit_resource which, std::uint64_t soft, std::uint64_t hard) {
  const rlimit value{soft, hard};
  return setrlimit(which, &value) == 0;
}

// Memory: the watchdog ends a run that crosses the limit; this bounds what one process can take between two
// looks.
bool set_limits(const OrderHead& head) {
  const std::uint64_t data = head.has_proc != 0 ? head.memory + head.memory / 2 : head.memory;
  return limit(RLIMIT_DATA, data, data) && limit(RLIMIT_CPU, head.cpu_s, head.cpu_s + 1) &&
         limit(RLIMIT_FSIZE, head.file_size, head.file_size) &&
         limit(RLIMIT_NOFILE, head.open_files, head.open_files) && limit(RLIMIT_CORE, 0, 0) &&
         limit(RLIMIT_STACK, stack, stack) && limit(RLIMIT_MEMLOCK, 0, 0) && limit(RLIMIT_MSGQUEUE, 0, 0) &&
         limit(RLIMIT_NPROC, head.processes + 1, head.processes + 1);  // and seedfault-init itself
}

bool new_session() {
  sigset_t none;
  sigemptyset(&none);
  return signal(SIGPIPE, SIG_DFL) != SIG_ERR && setsid() >= 0 &&
         sigprocmask(SIG_SETMASK, &none, nullptr) == 0;
}

// With a secret: 3 and 4 are its pipes. Everything else from there on is gone, whatever it was.
bool close_descriptors(const Order& order, const Pipes& pipes, int& failure) {
  unsigned first = secret_descriptor;
  const int moved = fcntl(failure, F_DUPFD_CLOEXEC, 16);
  if (moved < 0) return false;
  if (order.secret.size > 0) {
    const int secret = fcntl(pipes.secret[0], F_DUPFD, 16);
    const int report = fcntl(pipes.report[1], F_DUPFD, 16);
    if (dup2(secret, secret_descriptor) < 0 || dup2(report, report_descriptor) < 0) return false;
    first = report_descriptor + 1;
  }
  failure = moved;
  const auto kept = static_cast<unsigned>(moved);
  return syscall(SYS_close_range, first, kept - 1, 0) == 0 && syscall(SYS_close_range, kept + 1, ~0U, 0) == 0;
}

bool install_filter(Items::Item filter) {
  sock_fprog program{static_cast<unsigned short>(filter.size / sizeof(sock_filter)),
                     reinterpret_cast<sock_filter*>(const_cast<char*>(filter.data))};
  return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
}

// Without a pid namespace nothing else ends the program should process 1's stand-in be killed.
bool tie_to_parent(const Order& order) {
  return order.head.weak == 0 || prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0;
}

// THE WALLS, from the inside. Those that mounts and namespaces make already stand; docs/security.md has the
// whole list.
[[noreturn]] void become(const Order& order, const Pipes& pipes) {
  int failure = pipes.failure[1];
  StepFailure broken{Step::new_session, 0};
  const auto step = [&broken](Step name, bool done) {
    broken = {name, errno};
    return done;
  };
  if (step(Step::new_session, new_session() && tie_to_parent(order)) &&  //
      step(Step::close_descriptors, close_descriptors(order, pipes, failure)) &&
      step(Step::set_limits, set_limits(order.head)) &&
      step(Step::no_new_privileges, prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) &&
      step(Step::landlock, order.head.weak != 0 ? restrict_all(order) : restrict_writing()) &&
      step(Step::seccomp, install_filter(order.known_calls) && install_filter(order.refused_calls) &&
                              (order.weak_calls.size == 0 || install_filter(order.weak_calls)))) {
    execve(order.arguments[0], order.arguments, order.variables);
    broken = {Step::exec, errno};
  }
  [[maybe_unused]] const ssize_t told = write(failure, &broken, sizeof broken);
  _exit(127);
}

bool make_pipes(const Order& order, Pipes& pipes) {
  if (pipe2(pipes.failure, O_CLOEXEC) != 0) return false;
  if (order.secret.size == 0) return true;
  if (pipe2(pipes.secret, O_CLOEXEC) != 0 || pipe2(pipes.report, O_CLOEXEC) != 0) return false;
  // Far below a pipe's 64 KiB, so it never blocks.
  const auto size = static_cast<ssize_t>(order.secret.size);
  return write(pipes.secret[1], order.secret.data, order.secret.size) == size &&
         fcntl(pipes.report[0], F_SETFL, O_NONBLOCK) == 0;
}

}  // namespace

bool start(const Order& order, Program& program, StepFailure& failure) {
  Pipes pipes;
  if (!make_pipes(order, pipes)) {
    failure = {Step::make_pipes, errno};
    return false;
  }
  program.pid = fork();
  if (program.pid == 0) become(order, pipes);
  if (program.pid < 0) {
    failure = {Step::fork_program, errno};
    return false;
  }
  close(pipes.failure[1]);
  program.failure = pipes.failure[0];
  program.report = pipes.report[0];
  for (const int used : {pipes.secret[0], pipes.secret[1], pipes.report[1]}) {
    if (used >= 0) close(used);
  }
  const bool exec_failed = read(program.failure, &failure, sizeof failure) == sizeof failure;
  close(program.failure);
  return !exec_failed;
}

}  // namespace sandbox::init
