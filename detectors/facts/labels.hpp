// The last step of resolve(): what functions do, and what their callers do through them.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors::facts {

void label_functions(Facts& facts);

}  // namespace detectors::facts
