// What names stand for and what values are, for the sources of this folder: the part of resolve() that looks.
#pragma once

#include "detectors/facts/facts.hpp"

namespace detectors::facts {

// An object of a class of this file, with what its base class is known to be.
[[nodiscard]] Value instance_of(const Facts& facts, std::size_t local, NodeId origin);
[[nodiscard]] std::size_t type_index(const Facts& facts, NodeId node);  // `nothing` when it is no class
// The name of the type that a variable or a field is declared with; "" when it says none.
[[nodiscard]] std::string declared_type(const Facts& facts, NodeId object);
// What a function of this file returns, as far as one look into it says.
[[nodiscard]] Value returned_value(const Facts& facts, const Function& function);

}  // namespace detectors::facts
