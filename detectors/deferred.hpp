// What runs when its function is left, and what each round of a loop leaves for then.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

[[nodiscard]] bool is_deferred(const facts::Facts& facts, facts::NodeId id);
[[nodiscard]] bool deferred_in_loop(const facts::Facts& facts, facts::NodeId id);

}  // namespace detectors
