// What a statement does that is passed to execute(): read, write, insert, update, lock, upsert.
#pragma once

#include <optional>

#include "detectors/facts/facts.hpp"

namespace detectors::facts {

// The SQL text behind an expression: a literal, a constant, text("…"); none when it is not known.
[[nodiscard]] std::optional<std::string_view> sql_text(const Facts& facts, NodeId expression);
// The argument that holds the statement.
[[nodiscard]] NodeId statement_argument(const Call& call);
[[nodiscard]] Labels sql_labels(const Facts& facts, const Call& call);

}  // namespace detectors::facts
