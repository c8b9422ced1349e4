// The processes that a run is made of.
#pragma once

#include <sys/types.h>

#include <cstddef>

namespace sandbox::init {

inline constexpr std::size_t family_room = 8192;

struct Family {
  pid_t members[family_room];
  std::size_t count = 0;
};

// In a pid namespace of its own: everyone but this process. Without one (the weak tier): the descendants of
// this process, which gets every orphan among them as its child.
void find_family(Family& family, bool has_namespace);

// Kills them all, until none is left; with a namespace the kernel does it at one stroke.
void kill_family(bool has_namespace);

}  // namespace sandbox::init
