// What a statement does that is passed to execute(): read, write, insert, update, lock, upsert.
#pragma once

#include <optional>
#include <string>

#include "detectors/facts/facts.hpp"

namespace detectors::facts {

struct SqlText {
  std::string text;   // with the literals' own quotes; "?" for a part that is not known
  bool whole = true;  // every part is known
};
// The SQL text behind an expression: a literal, a constant, text("…"), a sum of them; none when how it begins
// is not known.
[[nodiscard]] std::optional<SqlText> sql_text(const Facts& facts, NodeId expression);
// The argument that holds the statement.
[[nodiscard]] NodeId statement_argument(const Call& call);
[[nodiscard]] Labels sql_labels(const Facts& facts, const Call& call);

}  // namespace detectors::facts
