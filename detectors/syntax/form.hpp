// A query's text as a value; for the sources of this folder only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "detectors/syntax/predicate.hpp"

namespace detectors::syntax {

struct Form {
  std::vector<std::uint16_t> kinds;  // any of these; empty: any named node
  std::vector<Form> alternatives;    // instead of kinds and children
  std::uint16_t field = 0;           // 0: a child of any field
  bool next = false;                 // "." before it: the very next named child
  bool last = false;                 // "." after it: the last named child
  std::vector<std::size_t> captures;
  std::vector<Form> children;
};

struct ParsedQuery {
  std::vector<Form> forms;
  std::vector<std::vector<Predicate>> predicates;  // of each form
  std::vector<std::string> names;                  // of the captures
};

[[nodiscard]] tl::expected<ParsedQuery, QueryError> parse_query(std::string_view text, Language language);

}  // namespace detectors::syntax
