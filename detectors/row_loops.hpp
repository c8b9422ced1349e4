// Loops that go over what a query gave: as many rounds as there are rows.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// The loop around the node, or what a call gathers, goes over rows that were read before it.
[[nodiscard]] bool goes_over_rows(const facts::Facts& facts, facts::NodeId id);
// What the call is made on is another in each round: a table, a client, a repository of its own.
[[nodiscard]] bool is_called_on_another_each_round(const facts::Facts& facts, facts::NodeId id);

}  // namespace detectors
