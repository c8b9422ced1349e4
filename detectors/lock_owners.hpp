// Who gives a lock back: the function that took it, or another.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// The call takes a lock that its own function gives back as well, and no function of the file gives back
// without having taken it.
[[nodiscard]] bool gives_lock_back_itself(const facts::Facts& facts, facts::NodeId id);

}  // namespace detectors
