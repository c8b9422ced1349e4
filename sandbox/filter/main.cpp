// Writes the seccomp filter as BPF to the file that it is given. Runs once, when the project is built.
//
// What is not named here gives ENOSYS, as on a kernel that is older than the call: runtimes know how to do without.
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "sandbox/filter/calls.hpp"

namespace {

using sandbox::filter::Calls;

bool add(scmp_filter_ctx filter, std::uint32_t action, Calls calls) {
  for (const char* name : calls) {
    const int number = seccomp_syscall_resolve_name(name);
    if (number == __NR_SCMP_ERROR) {  // this libseccomp is older than the call
      fprintf(stderr, "seccomp filter: %s is not known here and gives ENOSYS\n", name);
      continue;
    }
    if (seccomp_rule_add(filter, action, number, 0) != 0) return fprintf(stderr, "rule for %s\n", name), false;
  }
  return true;
}

// clone() without a new namespace. clone3() hides its flags behind a pointer, so it does not exist here.
bool add_clone(scmp_filter_ctx filter) {
  constexpr scmp_datum_t namespaces = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER |
                                      CLONE_NEWPID | CLONE_NEWNET;
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
                          SCMP_A0(SCMP_CMP_MASKED_EQ, namespaces, 0)) == 0;
}

// Sockets of the families that the network namespace contains. AF_VSOCK, for one, would reach the host past it.
bool add_sockets(scmp_filter_ctx filter) {
  for (const int family : {AF_UNIX, AF_INET, AF_INET6, AF_NETLINK}) {
    for (const int call : {SCMP_SYS(socket), SCMP_SYS(socketpair)}) {
      const auto wanted = static_cast<scmp_datum_t>(family);
      if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A0(SCMP_CMP_EQ, wanted)) != 0) return false;
    }
  }
  return true;
}

// Every ioctl but those that put characters into a terminal's input. The kernel reads 32 bits of the request.
bool add_ioctl(scmp_filter_ctx filter) {
  constexpr scmp_datum_t low = 0xffffffff;
  for (const unsigned long refused : {static_cast<unsigned long>(TIOCSTI), static_cast<unsigned long>(TIOCLINUX)}) {
    if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(ioctl), 1,
                         SCMP_A1(SCMP_CMP_MASKED_EQ, low, refused)) != 0) {
      return false;
    }
  }
  return true;
}

// libseccomp cannot say "all but two" together with the default above, so allowed requests are ranges between them.
bool allow_other_ioctls(scmp_filter_ctx filter) {
  constexpr scmp_datum_t first = TIOCSTI < TIOCLINUX ? TIOCSTI : TIOCLINUX;
  constexpr scmp_datum_t second = TIOCSTI < TIOCLINUX ? TIOCLINUX : TIOCSTI;
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_LT, first)) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 2, SCMP_A1(SCMP_CMP_GT, first),
                          SCMP_A1(SCMP_CMP_LT, second)) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_GT, second)) == 0;
}
