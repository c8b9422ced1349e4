// Errors that are values: where one goes that nothing seems to be done about.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors {

// A bare return of a function that names the error as one of its results.
[[nodiscard]] bool gives_named_error(const facts::Facts& facts, facts::NodeId statement,
                                     const facts::Failure& failure);
// Looked at again after the branch, or a result of the function around.
[[nodiscard]] bool looked_at_later(const facts::Facts& facts, const facts::Failure& failure);

}  // namespace detectors
