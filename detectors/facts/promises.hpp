// What of an asynchronous function is lost when nobody waits for it.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors::facts {

// Whether it can fail after it has given its promise: it waits for something outside of any try with a catch,
// or gives back what another call promises.
[[nodiscard]] bool fails_later(const Facts& facts, const Function& function);
// Whether it gives anything back at all; an arrow function's expression is what it gives.
[[nodiscard]] bool gives_back(const Facts& facts, const Function& function);
// Whoever calls it hands over what is to be told of a failure: (error, row) => …, callback, resolve and
// reject.
[[nodiscard]] bool told_by_callback(const Facts& facts, const Call& call);

}  // namespace detectors::facts
