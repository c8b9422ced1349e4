// What a Tree keeps of tree-sitter; for the sources of this folder only.
#pragma once

#include <vector>

#include "detectors/syntax/grammar.hpp"
#include "detectors/syntax/tree.hpp"

namespace detectors::syntax {

struct Tree::Handles {
  TreeHandle tree;
  std::vector<const void*> ids;  // of each node, to find a query's captures in the flat array
};

}  // namespace detectors::syntax
