// From a tree to the shared vocabulary: a role and its parts for each node, as the language's facts.scm says.
#pragma once

#include "detectors/facts/role.hpp"
#include "detectors/syntax/query.hpp"
#include "detectors/syntax/tree.hpp"

namespace detectors::facts {

using syntax::no_node;
using syntax::NodeId;

struct Fact {
  Role role = Role::none_;
  bool async = false;
  // A parameter that is a field of its class as well; a function that is a method though it stands outside of
  // its type; an assignment that declares.
  bool own = false;
  std::array<NodeId, 4> parts{no_node, no_node, no_node, no_node};
};

// A language's facts.scm, its captures resolved once. Immutable; may be used by several threads.
class Lowering {
 public:
  [[nodiscard]] static tl::expected<Lowering, syntax::QueryError> compile(std::string_view facts_scm,
                                                                          syntax::Language language);
  // One fact for each node of the tree.
  [[nodiscard]] std::vector<Fact> lower(const syntax::Tree& tree) const;

 private:
  struct Meaning {
    std::optional<Role> role;
    std::optional<Part> part;
    bool own = false;
  };
  Lowering(syntax::Query query, std::vector<Meaning> meanings);
  syntax::Query query_;
  std::vector<Meaning> meanings_;  // by capture name; neither: a flag
};

}  // namespace detectors::facts
