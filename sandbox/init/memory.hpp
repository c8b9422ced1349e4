// How much memory everything inside takes together.
#pragma once

#include <cstdint>

namespace sandbox::init {

// Bytes: the anonymous and shared memory of every process but this one, and what lies in /work, /tmp and
// /dev/shm, with a kibibyte for every file there. Shared pages count once for each process that has them:
// rather too much than too little.
std::uint64_t memory_in_use();

}  // namespace sandbox::init
