// The variable that holds what a call opened, and whether it is its function's to release.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// Of `x = open(…)`; no_node when the value goes elsewhere.
[[nodiscard]] facts::NodeId variable_of(const facts::Facts& facts, facts::NodeId call);
// A parameter, a named result, or a variable of the class: it outlives the call, and others release it.
[[nodiscard]] bool outlives_function(const facts::Facts& facts, const facts::Call& call,
                                     facts::NodeId target);
// What is asked of it there keeps it: a file made of a socket, a cursor that is kept or returned.
[[nodiscard]] bool lives_on_in(const facts::Facts& facts, facts::NodeId attribute);
// It was made over something of somebody else's, who also ends that.
[[nodiscard]] bool is_borrowed(const facts::Facts& facts, const facts::Call& call);
// The process ends in its function, and what it has open with it.
[[nodiscard]] bool process_ends(const facts::Facts& facts, const facts::Call& call);

}  // namespace detectors
