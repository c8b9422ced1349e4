// Where an argument's value came from, and whether somebody looked at its range.
#pragma once

#include "detectors/subjects.hpp"

namespace detectors {

[[nodiscard]] bool only_converts(std::string_view method);
// new Line(sku, quantity): what carries its values.
[[nodiscard]] bool makes_object(const facts::Facts& facts, const facts::Call& call);
// Such a call or name is behind it, through variables and what was made of them.
[[nodiscard]] bool comes_from(const facts::Facts& facts, facts::NodeId expression, const CallSet& set);
// It is that value itself, converted or decoded at most. Only known where errors are values; elsewhere true.
[[nodiscard]] bool comes_unchanged_from(const facts::Facts& facts, facts::NodeId expression,
                                        const CallSet& set);
// Compared before, or bound by tags that a library checks.
[[nodiscard]] bool is_checked(const facts::Facts& facts, facts::NodeId expression);

}  // namespace detectors
