#include "detectors/deferred.hpp"

#include <algorithm>

#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

bool is_deferred(const Facts& facts, NodeId id) {
  for (auto at = facts.tree[id].parent; at != no_node; at = facts.tree[at].parent)
    if (facts.role(at) == Role::deferred) return true;
  return false;
}

namespace {

// for _, closer := range closers { defer closer.Close() }: they were open before, and stay so on purpose.
bool was_open_before(const Facts& facts, const Definition& known, NodeId loop) {
  if (known.kind == Definition::Kind::loop) return true;
  // r, err = open(path): the variable, and with it what it holds, is not of this round.
  if (known.kind != Definition::Kind::assignment || known.whole == no_node) return false;
  if (!facts.tree.inside(known.whole, loop) || facts.nodes[known.whole].own) return false;
  const auto& all = facts.functions[facts.owner[known.target]].definitions;
  const auto others = all.find(known.name);
  return others != all.end() &&
         std::none_of(others->second.begin(), others->second.end(), [&](const Definition& each) {
           return each.whole != no_node && facts.nodes[each.whole].own && facts.tree.inside(each.whole, loop);
         });
}

// Closed by hand before the next round: the deferred one is for the ways out alone.
bool is_closed_in_round(const Facts& facts, const Call& close, NodeId loop) {
  const auto body = loop_body(facts, loop);
  return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const Call& other) {
    return other.node != close.node && body != no_node && facts.tree.inside(other.node, body) &&
           other.method == close.method && other.receiver != no_node &&
           facts.owner[other.node] == facts.owner[close.node] && !is_deferred(facts, other.node) &&
           facts.text(other.receiver) == facts.text(close.receiver);
  });
}

// Bound before the loop, or used beside it: what one round gave is kept for the next, or for all of them.
bool outlives_round(const Facts& facts, NodeId id, NodeId loop) {
  const auto* call = facts.call(id);
  const auto root = call && call->receiver != no_node ? root_of(facts, call->receiver) : no_node;
  const auto* known = root == no_node ? nullptr : definition(facts, root);
  if (known && (was_open_before(facts, *known, loop) || is_closed_in_round(facts, *call, loop))) return true;
  const auto body = loop_body(facts, loop);
  // go watch(device): it is used after the round that opened it.
  for (NodeId i = body; known && body != no_node && i < facts.tree[body].after; ++i)
    if (facts.role(i) == Role::spawn)
      for (const auto name : references(facts, i))
        if (definition(facts, name) == known) return true;
  return known && known->target != no_node && !facts.tree.inside(known->target, loop);
}

// case …: defer f.Close(); …; return: there is no other round.
bool leaves_at_end_of(const Facts& facts, NodeId block, NodeId deferred, NodeId loop) {
  NodeId last = no_node;
  for (auto at = facts.tree.first_child(block); at != no_node; at = facts.tree.next_sibling(at))
    if (facts.tree[at].named) last = at;
  if (last == no_node) return false;
  const auto body = loop_body(facts, loop);
  const bool whole = block == body || facts.tree[block].parent == body;
  const bool leaves = facts.role(last) == Role::return_ || (whole && facts.role(last) == Role::break_);
  for (NodeId i = deferred; leaves && i < facts.tree[block].after; ++i)
    if (facts.role(i) == Role::continue_) return false;
  return leaves;
}

bool leaves_the_loop(const Facts& facts, NodeId deferred, NodeId loop) {
  for (auto at = facts.tree[deferred].parent; at != no_node && at != loop; at = facts.tree[at].parent)
    if (leaves_at_end_of(facts, at, deferred, loop)) return true;
  return false;
}

}  // namespace

// defer f.Close() in the body of a loop. What a deferred function loops over is its own.
bool deferred_in_loop(const Facts& facts, NodeId id) {
  for (auto at = facts.tree[id].parent; at != no_node && facts.owner[at] == facts.owner[id];
       at = facts.tree[at].parent)
    if (facts.role(at) == Role::deferred) {
      const auto loop = loop_around(facts, at);
      return loop != no_node && !outlives_round(facts, id, loop) && !leaves_the_loop(facts, at, loop);
    }
  return false;
}

}  // namespace detectors
