// While a lock is held: between taking and giving back, or in a block that holds it.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

[[nodiscard]] bool is_locked(const facts::Facts& facts, facts::NodeId id);
// finally { try { … } finally { lock.unlock(); } }: the outer one, to which every way out leads.
[[nodiscard]] facts::NodeId outermost_finally(const facts::Facts& facts, facts::NodeId id);

}  // namespace detectors
