// What becomes of what a statement or a call gives.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// Nothing comes after the statement that holds the node, and its function gives nothing back: whoever calls
// it cannot tell whether it was done.
[[nodiscard]] bool is_last_step(const facts::Facts& facts, facts::NodeId id);
// table.findOne({ id }).name: what the call gives is used without waiting for it, here or elsewhere in the
// file; then it is no promise.
[[nodiscard]] bool is_used_at_once(const facts::Facts& facts, facts::NodeId id);
// Elsewhere in its function a call of the same name is waited for: here it was forgotten.
[[nodiscard]] bool is_awaited_elsewhere(const facts::Facts& facts, facts::NodeId id);

}  // namespace detectors
