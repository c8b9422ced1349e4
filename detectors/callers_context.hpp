// The context that a caller gave: who has one, and where it is left out on purpose.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// The function around, or one around that, was given a context or a request; not where there is none.
[[nodiscard]] bool has_context(const facts::Facts& facts, facts::NodeId id);
// Given a context itself.
[[nodiscard]] bool has_own_context(const facts::Facts& facts, facts::NodeId id);
// Kept in an object, or taken off the caller's context in so many words.
[[nodiscard]] bool in_literal(const facts::Facts& facts, facts::NodeId id);
// What the call makes is handed on together with a context.
[[nodiscard]] bool joined_by_context(const facts::Facts& facts, facts::NodeId id);

}  // namespace detectors
