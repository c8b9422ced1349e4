// The variable that holds what a call opened, and whether it is its function's to release.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// Of `x = open(…)`; no_node when the value goes elsewhere.
[[nodiscard]] facts::NodeId variable_of(const facts::Facts& facts, facts::NodeId call);
// A parameter, a named result, or a variable of the class: it outlives the call, and others release it.
[[nodiscard]] bool outlives_function(const facts::Facts& facts, const facts::Call& call,
                                     facts::NodeId target);

}  // namespace detectors
