#include "sandbox/spawn.hpp"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace sandbox {
namespace {

constexpr unsigned long clone_pidfd = 0x1000;      // CLONE_PIDFD
constexpr unsigned close_range_cloexec = 1U << 2;  // CLOSE_RANGE_CLOEXEC

// Everything between fork and exec. Only system calls here: another thread may hold any lock.
struct Becoming {
  const SpawnOrder& order;
  char* const* arguments;
  int failure;  // where an errno goes

  static bool own_group() { return setpgid(0, 0) == 0; }

  // While it still has the caller's rights.
  bool in_cgroup() const { return order.cgroup < 0 || write(order.cgroup, "0", 1) == 1; }

  static bool plain_signals() {
    for (int signal_number = 1; signal_number < NSIG; ++signal_number) {
      static_cast<void>(signal(signal_number, SIG_DFL));  // SIGKILL and SIGSTOP cannot be set, and need not
    }
    sigset_t none;
    sigemptyset(&none);
    return sigprocmask(SIG_SETMASK, &none, nullptr) == 0;
  }

  bool standard_streams() const {
    return dup2(order.input, STDIN_FILENO) >= 0 && dup2(order.out, STDOUT_FILENO) >= 0 &&
           dup2(order.err, STDERR_FILENO) >= 0;
  }

  // Marked, not closed: the pipe for failures must live until exec.
  bool only_inherited() const {
    if (syscall(SYS_close_range, 3U, ~0U, close_range_cloexec) != 0) return false;
    for (const int descriptor : order.inherited) {
      if (fcntl(descriptor, F_SETFD, 0) != 0) return false;
    }
    return true;
  }

  // Raw calls: the library's would try to change the other threads as well.
  bool less_rights() const {
    if (!order.identity) return true;
    const auto [user, own] = *order.identity;
    return syscall(SYS_setgroups, 0, nullptr) == 0 && syscall(SYS_setresgid, own, own, own) == 0 &&
           syscall(SYS_setresuid, user, user, user) == 0;
  }

  // THE WALLS that this process has before it is bubblewrap.
  [[noreturn]] void become() const {
    static char* const no_environment[] = {nullptr};
    if (own_group() && in_cgroup() && plain_signals() && standard_streams() && only_inherited() &&
        less_rights())
      execve(order.program.c_str(), arguments, no_environment);
    const int error = errno;
    [[maybe_unused]] const ssize_t told = write(failure, &error, sizeof error);
    _exit(127);
  }
};

std::vector<char*> as_list(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (auto& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

// The descriptor of the process comes with the process. Opened afterwards, by its number, it is too late when
// the caller ignores SIGCHLD: the kernel then buries a child that ends at once, and the number is free.
pid_t fork_with_descriptor(int& process) {
  return static_cast<pid_t>(syscall(SYS_clone, clone_pidfd | SIGCHLD, nullptr, &process, nullptr, nullptr));
}

void bury(pid_t pid) {
  while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
}

// 0 when exec closed the pipe.
int error_from(int failure) {
  int error = 0;
  ssize_t size = 0;
  while ((size = read(failure, &error, sizeof error)) < 0 && errno == EINTR) {
  }
  return size == 0 ? 0 : error;
}

}  // namespace

tl::expected<Child, int> spawn(const SpawnOrder& order) {
  Pair failure = pipe_to_read();
  if (!failure.open()) return tl::unexpected(errno);
  std::vector<std::string> texts{order.program};
  texts.insert(texts.end(), order.arguments.begin(), order.arguments.end());
  const auto arguments = as_list(texts);
  const Becoming becoming{order, arguments.data(), failure.theirs.number()};
  int process = -1;
  const pid_t pid = fork_with_descriptor(process);
  if (pid < 0) return tl::unexpected(errno);
  if (pid == 0) becoming.become();
  Child child{pid, Descriptor(process)};
  failure.theirs = Descriptor();
  if (const int error = error_from(failure.ours.number()); error != 0) {
    bury(pid);
    return tl::unexpected(error);
  }
  return child;
}

}  // namespace sandbox
