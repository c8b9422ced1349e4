#include "detectors/last_steps.hpp"

#include <algorithm>

#include "detectors/facts/promises.hpp"

namespace detectors {

using namespace facts;

namespace {

bool follows_something(const Facts& facts, NodeId statement) {
  for (auto at = facts.tree.next_sibling(statement); at != no_node; at = facts.tree.next_sibling(at))
    if (facts.tree[at].named && !facts.tree.kind(at).ends_with("comment") && facts.role(at) != Role::except &&
        facts.role(at) != Role::finally)
      return true;
  return false;
}

// rows.findOne(…).name; not .then(…), nor a method of a query that is built up further.
bool is_looked_into(const Facts& facts, NodeId value) {
  const auto above = facts.tree[value].parent;
  if (above == no_node || facts.role(above) != Role::attribute || facts.part(above, Part::object) != value)
    return false;
  const auto* call = facts.call(facts.tree[above].parent);
  return !call || call->callee != above;
}

// const table = tables.findOne(…); … table.name
bool is_looked_into_later(const Facts& facts, NodeId call) {
  const auto assigned = facts.tree[call].parent;
  if (assigned == no_node || facts.role(assigned) != Role::assign ||
      facts.part(assigned, Part::value) != call)
    return false;
  const auto target = facts.part(assigned, Part::target);
  if (target == no_node || facts.role(target) != Role::identifier) return false;
  const auto& function = facts.functions[facts.owner[call]];
  for (NodeId i = call; function.body != no_node && i < facts.tree[function.body].after; ++i)
    if (facts.role(i) == Role::identifier && facts.text(i) == facts.text(target) &&
        is_looked_into(facts, i) && definition(facts, i) == definition(facts, target))
      return true;
  return false;
}

}  // namespace

bool is_last_step(const Facts& facts, NodeId id) {
  const auto& function = facts.functions[facts.owner[id]];
  if (facts.owner[id] == 0 || function.body == no_node || gives_back(facts, function)) return false;
  for (auto at = id; at != no_node && at != function.body; at = facts.tree[at].parent) {
    const auto parent = facts.tree[at].parent;
    const bool listed = parent != no_node && facts.role(parent) == Role::block;
    if (facts.role(at) == Role::loop || (listed && follows_something(facts, at))) return false;
  }
  return true;
}

bool is_used_at_once(const Facts& facts, NodeId id) {
  const auto* call = facts.call(id);
  if (!call || !syntax::is_script(facts.tree.language())) return false;
  return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const Call& other) {
    return facts.text(other.callee) == facts.text(call->callee) &&
           (is_looked_into(facts, other.node) || is_looked_into_later(facts, other.node));
  });
}

bool is_awaited_elsewhere(const Facts& facts, NodeId id) {
  const auto* call = facts.call(id);
  return call && std::any_of(facts.calls.begin(), facts.calls.end(), [&](const Call& other) {
           const auto parent = facts.tree[other.node].parent;
           return other.function == call->function && facts.text(other.callee) == facts.text(call->callee) &&
                  parent != no_node && facts.role(parent) == Role::await;
         });
}

}  // namespace detectors
