// Landlock: the kernel's own list of where this program may write, apart from mounts and users.
#pragma once

#include "sandbox/init/order.hpp"

namespace sandbox::init {

// Reading and running stay allowed everywhere (the mounts decide what is there); writing only below /work,
// /tmp and /dev/shm and to the harmless devices; no signal and no abstract socket reaches a process outside
// of the program. True also when the kernel has no Landlock: it is a second wall behind the mounts, and
// probe() says whether it stands.
bool restrict_writing();

// The weak tier, where no mount hides anything: only what the order says is seen can be read or run, only its
// work folder written, and no TCP port reached. Fails when the kernel's Landlock cannot hold all of that:
// version 6, Linux 6.12.
bool restrict_all(const Order& order);

}  // namespace sandbox::init
