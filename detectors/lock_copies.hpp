// Locks that go along by value: each copy is a lock of its own.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// A parameter, or a method's own object, whose type is a lock of the library, or a struct of this file that
// holds one by value.
[[nodiscard]] bool copies_a_lock(const facts::Facts& facts, facts::NodeId parameter);

}  // namespace detectors
