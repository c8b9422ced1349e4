// The last step of resolve(): what functions do, and what their callers do through them; what decorators say.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors::facts {

void label_functions(Facts& facts);
// What the tables say of `@Get("/x")`, of a call or of a bare name behind the at sign.
[[nodiscard]] Labels labels_of_decorator(const Facts& facts, NodeId decorator);
// The same of a parameter's own: f(@RequestBody Refund wanted), f(@Body() wanted: Refund).
[[nodiscard]] Labels labels_of_parameter(const Facts& facts, const Definition& parameter);

}  // namespace detectors::facts
