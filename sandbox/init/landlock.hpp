// Landlock: the kernel's own list of where this program may write, apart from mounts and users.
#pragma once

namespace sandbox::init {

// Reading and running stay allowed everywhere (the mounts decide what is there); writing only below /work,
// /tmp and /dev/shm and to the harmless devices; no signal and no abstract socket reaches a process outside
// of the program. True also when the kernel has no Landlock: it is a second wall behind the mounts, and
// probe() says whether it stands.
bool restrict_writing();

}  // namespace sandbox::init
