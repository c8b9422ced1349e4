// Queries in tree-sitter's notation, matched by us on the flat tree. tree-sitter's own engine evaluates no
// predicate, and its cost is quadratic on a text that is broken or very deep; this one compiles in no time
// and is linear.
//
//     (call function: (identifier) @name (#eq? @name "open")) @finding
//
// Understood: kinds, _, "tokens", [alternatives], field:, nested nodes in the order of the text, the anchor
// "." and captures; and the predicates #eq? #not-eq? #any-of? #not-any-of? #match? #not-match?. All else is
// refused when the query is compiled: quantifiers, negated fields, several roots.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "detectors/syntax/expression.hpp"
#include "detectors/syntax/tree.hpp"

namespace detectors::syntax {

struct QueryError {
  source::Line line;  // of the query's text
  std::string problem;
};

struct Capture {
  std::size_t name = 0;  // index into capture_names()
  NodeId node = no_node;
};

struct Match {
  std::size_t pattern = 0;
  NodeId root = no_node;  // where the pattern begins, captured or not
  std::vector<Capture> captures;
};

// Immutable once compiled; may be used by several threads at once.
class Query {
 public:
  [[nodiscard]] static tl::expected<Query, QueryError> compile(std::string_view text, Language language);
  [[nodiscard]] const std::vector<std::string>& capture_names() const;
  // Of each of its patterns the texts of which one must stand in a file for it to match.
  [[nodiscard]] std::vector<std::vector<Literals>> needed_texts() const;
  // By node, then in the order of the patterns.
  [[nodiscard]] std::vector<Match> matches(const Tree& tree) const;
  // The same, none of them kept: `use` sees each once, and must not hold on to it.
  void each_match(const Tree& tree, const std::function<void(const Match&)>& use) const;

 private:
  struct Compiled;
  explicit Query(std::shared_ptr<const Compiled> compiled);
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace detectors::syntax
