#include "detectors/locks.hpp"

#include "detectors/contexts.hpp"
#include "detectors/facts/words.hpp"

namespace detectors {

using namespace facts;

namespace {

// synchronized (orders) { … }, a synchronized method, with self._lock: …
bool in_locked_block(const Facts& facts, NodeId id) {
  static const std::vector<std::string> locks{"lock", "mutex", "rlock", "semaphore"};
  const bool java = facts.tree.language() == syntax::Language::java;
  for (auto at = facts.tree[id].parent; at != no_node; at = facts.tree[at].parent) {
    if (java && facts.tree.kind(at) == "synchronized_statement") return true;
    if (facts.role(at) == Role::with && !facts.text(at).starts_with("async")) {
      const auto body = facts.part(at, Part::body);
      const auto end = body == no_node ? facts.tree[at].end : facts.tree[body].begin;
      if (has_any_phrase(facts.file->text().substr(facts.tree[at].begin, end - facts.tree[at].begin), locks))
        return true;
    }
    if (facts.role(at) != Role::function) continue;
    const auto body = facts.part(at, Part::body);
    const auto end = body == no_node ? facts.tree[at].end : facts.tree[body].begin;
    const auto head = facts.file->text().substr(facts.tree[at].begin, end - facts.tree[at].begin);
    return java && head.find("synchronized ") != std::string_view::npos;
  }
  return false;
}

}  // namespace

// Between mu.Lock() and mu.Unlock() of the function, or in a block that holds the lock.
bool is_locked(const Facts& facts, NodeId id) {
  if (in_locked_block(facts, id)) return true;
  const auto& function = facts.functions[facts.owner[id]];
  std::vector<std::string_view> held;
  for (const auto index : function.calls) {
    const auto& call = facts.calls[index];
    if (call.node >= id) break;
    const auto lock = facts.text(call.receiver);
    if (facts.has(call.labels, "locks-mutex")) held.push_back(lock);
    if (facts.has(call.labels, "unlocks-mutex") && !is_inside(facts, call.node, "deferred"))
      std::erase(held, lock);
  }
  return !held.empty();
}

NodeId outermost_finally(const Facts& facts, NodeId id) {
  NodeId outermost = no_node;
  for (auto at = enclosing(facts, id, Role::finally); at != no_node; at = enclosing(facts, at, Role::finally))
    outermost = at;
  return outermost;
}

}  // namespace detectors
