// Starts a process with nothing of the caller's in it: an empty environment, no signal blocked or ignored, a
// process group of its own, and no descriptor but those that it is given.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "sandbox/descriptor.hpp"

namespace sandbox {

struct Identity {
  uid_t user;
  gid_t group;
};

struct SpawnOrder {
  std::string program;
  std::vector<std::string> arguments;  // without the program's own name
  int input = -1;                      // these three are above 2
  int out = -1;
  int err = -1;
  std::vector<int> inherited;        // open in the program besides 0, 1 and 2, under the same numbers
  int cgroup = -1;                   // when open: cgroup.procs of the group that the program runs in
  std::optional<Identity> identity;  // who the program runs as, when that differs from the caller
};

struct Child {
  pid_t pid = -1;      // also its process group
  Descriptor process;  // a pidfd, made with the process: it names it even when nobody is left to bury
};

// Returns after exec. The error is an errno, of the step that failed; nothing is left of the child then.
[[nodiscard]] tl::expected<Child, int> spawn(const SpawnOrder& order);

}  // namespace sandbox
