// One predicate of a query, as a value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detectors/syntax/expression.hpp"
#include "detectors/syntax/query.hpp"

namespace detectors::syntax {

struct Predicate {
  enum class Kind { equals, any_of, matches };
  Kind kind = Kind::equals;
  bool wanted = true;  // false for the not- forms
  std::size_t capture = 0;
  std::vector<std::string> texts;                    // equals (one) and any_of
  std::size_t other = static_cast<std::size_t>(-1);  // equals: the other capture, when it compares two
  std::regex pattern;                                // matches
};

// A predicate holds when each node of its capture satisfies it; a capture without a node satisfies it.
[[nodiscard]] bool holds(const Predicate& predicate, const Match& match, const Tree& tree);

}  // namespace detectors::syntax
