// How much memory everything inside takes together.
#pragma once

#include <cstdint>

namespace sandbox::init {

// Bytes: the anonymous and shared memory of every process but this one, and what lies in /work, /tmp and
// /dev/shm, with a kibibyte for every file there, and memory of System V. Shared pages count once for each
// process that has them: rather too much than too little. Without namespaces, where the files lie on the
// host's disk: the processes.
std::uint64_t memory_in_use(bool has_namespace);

}  // namespace sandbox::init
