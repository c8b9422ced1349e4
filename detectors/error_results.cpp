#include "detectors/error_results.hpp"

#include <algorithm>

namespace detectors {

using namespace facts;

namespace {

// defer func() { if err != nil { tx.Rollback() } }(): the error is a result of the function around.
bool is_of_function_around(const Facts& facts, const Failure& failure) {
  const auto& function = facts.functions[failure.function];
  const auto known = function.definitions.find(failure.name);
  return function.lambda &&
         (known == function.definitions.end() ||
          std::none_of(known->second.begin(), known->second.end(), [&](const Definition& each) {
            return each.kind == Definition::Kind::parameter ||
                   (each.whole != no_node && facts.nodes[each.whole].own);
          }));
}

bool gives_values(const Facts& facts, NodeId statement) {
  for (auto child = facts.tree.first_child(statement); child != no_node;
       child = facts.tree.next_sibling(child))
    if (facts.tree[child].named && facts.role(child) != Role::none_) return true;
  return false;
}

}  // namespace

// func load() (row Row, err error) { …; if err != nil { return } }: the error is one of the results.
bool gives_named_error(const Facts& facts, NodeId statement, const Failure& failure) {
  if (!facts.traits().errors_are_values || failure.name.empty() || gives_values(facts, statement))
    return false;
  if (is_of_function_around(facts, failure)) return true;
  const auto& function = facts.functions[facts.owner[statement]];
  for (NodeId i = function.node; i < function.body; ++i)
    if (facts.role(i) == Role::identifier && facts.text(i) == failure.name) return true;
  return false;
}

// if err != nil { id = -1 }; return id, err: it is still looked at further down.
bool looked_at_later(const Facts& facts, const Failure& failure) {
  if (failure.kind != Failure::Kind::branch || failure.name.empty()) return false;
  if (is_of_function_around(facts, failure)) return true;
  for (const auto statement : statements_of(facts, failure.body))
    if (facts.role(statement) == Role::continue_) return false;
  const auto end = facts.tree[facts.functions[failure.function].body].after;
  for (NodeId i = facts.tree[failure.node].after; i < end; ++i) {
    if (facts.role(i) != Role::identifier || facts.text(i) != failure.name || !is_reference(facts, i))
      continue;
    const auto* known = definition(facts, i);
    if (known && known->target == i) continue;
    return known && known->value == failure.tried;
  }
  return false;
}

}  // namespace detectors
