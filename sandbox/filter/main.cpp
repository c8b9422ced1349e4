// Writes the seccomp filters as BPF, into the folder that it is given. Runs once, when the project is built.
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <span>

#include "sandbox/filter/calls.hpp"

namespace {

using Names = std::span<const char* const>;

// Comparisons cover the 32 bits that the kernel reads; the other half of the register must not open a way
// past them.
constexpr scmp_datum_t low = 0xffffffff;

bool add(scmp_filter_ctx filter, std::uint32_t action, Names names) {
  for (const char* name : names) {
    const int number = seccomp_syscall_resolve_name(name);
    if (number == __NR_SCMP_ERROR)
      continue;  // this libseccomp is older than the call, which then gives ENOSYS
    if (const int error = seccomp_rule_add(filter, action, number, 0); error != 0) {
      static_cast<void>(fprintf(stderr, "seccomp filter: no rule for %s: %s\n", name, strerror(-error)));
      return false;
    }
  }
  return true;
}

// Sockets only of families that the network namespace contains. AF_VSOCK, for one, would reach the host past
// it.
bool allow_sockets(scmp_filter_ctx filter) {
  for (const int family : {AF_UNIX, AF_INET, AF_INET6, AF_NETLINK}) {
    for (const int call : {SCMP_SYS(socket), SCMP_SYS(socketpair)}) {
      const auto wanted = static_cast<scmp_datum_t>(family);
      if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A0(SCMP_CMP_MASKED_EQ, low, wanted)) != 0) {
        return false;
      }
    }
  }
  return true;
}

// A call that names a new namespace in its flags. clone3 hides them behind a pointer, so it does not exist
// inside.
bool refuse_namespaces(scmp_filter_ctx filter) {
  for (const int flag : {CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC, CLONE_NEWUSER,
                         CLONE_NEWPID, CLONE_NEWNET}) {
    const auto bit = static_cast<scmp_datum_t>(flag);
    if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                         SCMP_A0(SCMP_CMP_MASKED_EQ, bit, bit)) != 0) {
      return false;
    }
  }
  return true;
}

// Putting characters into a terminal's input.
bool refuse_typing(scmp_filter_ctx filter) {
  for (const int request : {TIOCSTI, TIOCLINUX}) {
    const auto refused = static_cast<scmp_datum_t>(request);
    if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(ioctl), 1,
                         SCMP_A1(SCMP_CMP_MASKED_EQ, low, refused)) != 0) {
      return false;
    }
  }
  return true;
}

// Whatever is not known does not exist.
bool fill_known(scmp_filter_ctx filter) {
  return add(filter, SCMP_ACT_ALLOW, sandbox::filter::known) && allow_sockets(filter) &&
         // These must get as far as the other filter, which decides.
         add(filter, SCMP_ACT_ALLOW, sandbox::filter::refused) &&
         add(filter, SCMP_ACT_ALLOW, sandbox::filter::deadly);
}

bool fill_known_with_memory(scmp_filter_ctx filter) {
  return fill_known(filter) && add(filter, SCMP_ACT_ALLOW, sandbox::filter::shared_memory);
}

bool fill_refused(scmp_filter_ctx filter) {
  return add(filter, SCMP_ACT_ERRNO(EPERM), sandbox::filter::refused) &&
         add(filter, SCMP_ACT_ERRNO(ENOSYS), sandbox::filter::absent) &&
         add(filter, SCMP_ACT_KILL_PROCESS, sandbox::filter::deadly) && refuse_namespaces(filter) &&
         refuse_typing(filter);
}

// Limits of another process: 0 is the caller itself.
bool fill_weak(scmp_filter_ctx filter) {
  return add(filter, SCMP_ACT_ERRNO(EPERM), sandbox::filter::refused_when_weak) &&
         seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_NE, 0)) ==
             0;
}

bool write_filter(int folder, const char* name, std::uint32_t otherwise, bool (*fill)(scmp_filter_ctx)) {
  scmp_filter_ctx filter = seccomp_init(otherwise);
  if (filter == nullptr) return false;
  // A binary tree instead of a list: a call costs some ten comparisons and not three hundred.
  const int file = openat(folder, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  const bool written = file >= 0 &&
                       seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
                       seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0 && fill(filter) &&
                       seccomp_export_bpf(filter, file) == 0;
  if (file >= 0) close(file);
  seccomp_release(filter);
  return written;
}

struct File {
  const char* name;
  std::uint32_t otherwise;
  bool (*fill)(scmp_filter_ctx);
};
constexpr File files[] = {{"known-calls.bpf", SCMP_ACT_ERRNO(ENOSYS), fill_known},
                          {"known-calls-memory.bpf", SCMP_ACT_ERRNO(ENOSYS), fill_known_with_memory},
                          {"refused-calls.bpf", SCMP_ACT_ALLOW, fill_refused},
                          {"weak-calls.bpf", SCMP_ACT_ALLOW, fill_weak}};

}  // namespace

int main(int count, char** arguments) {
  const int folder = count == 2 ? open(arguments[1], O_PATH | O_DIRECTORY | O_CLOEXEC) : -1;
  if (folder < 0) {
    static_cast<void>(fprintf(stderr, "usage: seccomp-filter FOLDER\n"));
    return 2;
  }
  for (const auto& [name, otherwise, fill] : files) {
    if (write_filter(folder, name, otherwise, fill)) continue;
    static_cast<void>(fprintf(stderr, "seccomp filter: %s is not written\n", name));
    return 1;
  }
  return 0;
}
