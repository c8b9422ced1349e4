// The context that a caller gave: who has one, and where it is left out on purpose.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

[[nodiscard]] bool has_context(const facts::Facts& facts, facts::FunctionId function);
// Kept in an object, or taken off the caller's context in so many words.
[[nodiscard]] bool in_literal(const facts::Facts& facts, facts::NodeId id);
// What the call makes is handed on together with a context.
[[nodiscard]] bool joined_by_context(const facts::Facts& facts, facts::NodeId id);

}  // namespace detectors
