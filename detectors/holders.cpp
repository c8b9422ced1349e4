#include "detectors/holders.hpp"

#include <algorithm>

namespace detectors {

using namespace facts;

namespace {

bool is_global(const Facts& facts, NodeId variable) {
  const auto body = facts.functions[facts.owner[variable]].body;
  for (NodeId i = body; body != no_node && i < variable; ++i)
    if (facts.role(i) == Role::global)
      for (const auto name : references(facts, i))
        if (facts.text(name) == facts.text(variable)) return true;
  return false;
}

}  // namespace

bool outlives_function(const Facts& facts, const Call& call, NodeId target) {
  const auto& function = facts.functions[call.function];
  const auto name = facts.text(target);
  for (NodeId i = function.node; i < function.body; ++i)
    if (facts.role(i) == Role::identifier && facts.text(i) == name) return true;
  if (!facts.traits().bare_fields) return false;
  const auto known = function.definitions.find(name);
  return known == function.definitions.end() ||
         std::none_of(known->second.begin(), known->second.end(), [&](const Definition& each) {
           return each.kind != Definition::Kind::assignment ||
                  (each.whole != no_node && facts.nodes[each.whole].own);
         });
}

NodeId variable_of(const Facts& facts, NodeId call) {
  auto parent = facts.tree[call].parent;
  while (parent != no_node && (facts.role(parent) == Role::await || facts.role(parent) == Role::group))
    parent = facts.tree[parent].parent;
  if (parent == no_node || facts.role(parent) != Role::assign) return no_node;
  auto target = facts.part(parent, Part::target);
  if (target != no_node) target = bare(facts, target);
  // rows, err := db.Query(…)
  if (target != no_node && facts.role(target) == Role::collection && facts.traits().errors_are_values)
    target = facts.tree.first_child(target);
  if (target == no_node || facts.role(target) != Role::identifier || facts.text(target) == "_")
    return no_node;
  // a = b = open(…) has two holders; a global one outlives the function.
  const bool shared = facts.role(facts.tree[parent].parent) == Role::assign || is_global(facts, target);
  return shared ? no_node : target;
}

}  // namespace detectors
