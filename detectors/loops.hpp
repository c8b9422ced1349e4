// What a loop goes over and how it ends, where that bounds what is done in it.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// As many rounds as are written there: a number, a literal, a variable that holds one and never grows.
[[nodiscard]] bool is_constant_loop(const facts::Facts& facts, facts::NodeId loop);
// It ends with the first row that the query, which stands in it, finds.
[[nodiscard]] bool ends_search(const facts::Facts& facts, facts::NodeId loop, facts::NodeId query);

}  // namespace detectors
