// What its author wrote beside a place. A comment is never evidence for or against a finding; one that gives
// the reason for what stands there only makes the finding a less sure one.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// A comment in the body of the handler says why, or one at the statement that holds the node says that it is
// meant.
[[nodiscard]] bool is_explained(const facts::Facts& facts, facts::NodeId id);

}  // namespace detectors
