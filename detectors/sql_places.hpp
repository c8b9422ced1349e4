// Where in the text of a statement a value is written: as a value, which could be bound, or as the name of a
// table or column, which no database lets one bind.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// `statement` is the whole expression that makes the text.
[[nodiscard]] bool stands_for_a_name(const facts::Facts& facts, facts::NodeId statement, facts::NodeId value);

}  // namespace detectors
