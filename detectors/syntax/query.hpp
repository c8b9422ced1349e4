// tree-sitter queries, with the predicates evaluated by us: #eq? #not-eq? #any-of? #not-any-of? #match?
// #not-match?. Any other predicate is refused when the query is compiled.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

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
  std::vector<Capture> captures;
};

// Immutable once compiled; may be used by several threads at once.
class Query {
 public:
  [[nodiscard]] static tl::expected<Query, QueryError> compile(std::string_view text, Language language);
  [[nodiscard]] const std::vector<std::string>& capture_names() const;
  // Matches in the order in which tree-sitter finds them. Captures deeper than the tree was kept are left
  // out.
  [[nodiscard]] std::vector<Match> matches(const Tree& tree) const;

 private:
  struct Compiled;
  explicit Query(std::shared_ptr<const Compiled> compiled);
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace detectors::syntax
