// Namespaces of this process's own, for tests of hosts that are not like this one. Each ends the process with
// 77 where that cannot be made: call them in a child.
#pragma once

#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <string>

#include "sandbox/chain.hpp"

namespace sandbox::testing {

inline void write_line(const char* path, const std::string& text) {
  const int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0 || write(file, text.data(), text.size()) < 0) _exit(77);
  close(file);
}

// An ordinary user in a user namespace, under the same number.
inline void enter_user_namespace(int more_flags = 0) {
  const auto below = identity_below_root();
  const uid_t user = below ? below->user : geteuid();
  const gid_t group = below ? below->group : getegid();
  if (below && (setresgid(group, group, group) != 0 || setresuid(user, user, user) != 0)) _exit(77);
  prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);  // its own /proc files are root's otherwise
  if (unshare(CLONE_NEWUSER | more_flags) != 0) _exit(77);
  write_line("/proc/self/setgroups", "deny");
  write_line("/proc/self/gid_map", fmt::format("{} {} 1", group, group));
  write_line("/proc/self/uid_map", fmt::format("{} {} 1", user, user));
}

// A file system of 64 KiB at a folder, seen by this process and its children alone, and nothing left of it.
inline void mount_full_disk(const std::string& folder) {
  enter_user_namespace(CLONE_NEWNS);
  if (mount("disk", folder.c_str(), "tmpfs", 0, "size=64k") != 0) _exit(77);
  const int file = open((folder + "/filler").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const std::string block(4096, 'x');
  while (write(file, block.data(), block.size()) > 0) {
  }
  close(file);
}

}  // namespace sandbox::testing
