// What one pass through a function runs: which statement comes after which.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// Both run in one pass: no branch has them in different arms, the first is in none that leaves, and neither
// stands where a failure is dealt with.
[[nodiscard]] bool follows(const facts::Facts& facts, facts::NodeId first, facts::NodeId second);

}  // namespace detectors
