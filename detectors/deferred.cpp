#include "detectors/deferred.hpp"

#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

bool is_deferred(const Facts& facts, NodeId id) {
  for (auto at = facts.tree[id].parent; at != no_node; at = facts.tree[at].parent)
    if (facts.role(at) == Role::deferred) return true;
  return false;
}

namespace {

// Bound before the loop, or used beside it: what one round gave is kept for the next, or for all of them.
bool outlives_round(const Facts& facts, NodeId id, NodeId loop) {
  const auto* call = facts.call(id);
  const auto root = call && call->receiver != no_node ? root_of(facts, call->receiver) : no_node;
  const auto* known = root == no_node ? nullptr : definition(facts, root);
  const auto body = loop_body(facts, loop);
  // go watch(device): it is used after the round that opened it.
  for (NodeId i = body; known && body != no_node && i < facts.tree[body].after; ++i)
    if (facts.role(i) == Role::spawn)
      for (const auto name : references(facts, i))
        if (definition(facts, name) == known) return true;
  return known && known->target != no_node && !facts.tree.inside(known->target, loop);
}

// case …: defer f.Close(); …; return: there is no other round.
bool leaves_the_loop(const Facts& facts, NodeId deferred) {
  const auto block = facts.tree[deferred].parent;
  if (block == no_node) return false;
  NodeId last = no_node;
  for (auto at = facts.tree.first_child(block); at != no_node; at = facts.tree.next_sibling(at))
    if (facts.tree[at].named) last = at;
  if (last == no_node || facts.role(last) != Role::return_) return false;
  for (NodeId i = deferred; i < facts.tree[block].after; ++i)
    if (facts.role(i) == Role::continue_) return false;
  return true;
}

}  // namespace

// defer f.Close() in the body of a loop. What a deferred function loops over is its own.
bool deferred_in_loop(const Facts& facts, NodeId id) {
  for (auto at = facts.tree[id].parent; at != no_node && facts.owner[at] == facts.owner[id];
       at = facts.tree[at].parent)
    if (facts.role(at) == Role::deferred) {
      const auto loop = loop_around(facts, at);
      return loop != no_node && !outlives_round(facts, id, loop) && !leaves_the_loop(facts, at);
    }
  return false;
}

}  // namespace detectors
