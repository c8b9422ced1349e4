// Code made from a pattern: an example that a foreign rule comes without; for foreign_rules.cpp.
#pragma once

#include <string>

#include "detectors/foreign_conditions.hpp"
#include "detectors/syntax/language.hpp"

namespace detectors::foreign {

// Whether it is found only a test of the rule tells: names stand where metavariables stood.
[[nodiscard]] std::string bad_sample(const Case& one, syntax::Language language);
[[nodiscard]] std::string good_sample(syntax::Language language);

}  // namespace detectors::foreign
