// What is opened and must be released: `on_every_exit`.
#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/holders.hpp"
#include "detectors/locks.hpp"
#include "detectors/resource.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;
using opened::Resource;

namespace {

// RLock goes with RUnlock, lock with unlock.
bool reads_only(std::string_view method) { return method.starts_with('R') || method.starts_with("read"); }

bool in_one_block(const Facts& facts, NodeId a, NodeId b) {
  const auto first = statement_of(facts, a);
  const auto second = statement_of(facts, b);
  return first != no_node && second != no_node && facts.tree[first].parent == facts.tree[second].parent;
}

// defer func() { if f != nil { f.Close() } }() above: whatever the variable holds at the end is closed.
bool deferred_before(const Resource& resource) {
  const auto& facts = resource.facts;
  return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const Call& other) {
    return other.node < resource.call.node && other.receiver != no_node &&
           resource.names_release(other.method) &&
           facts.text(other.receiver) == facts.text(resource.target) &&
           facts.tree.inside(other.node, resource.function.node) && is_inside(facts, other.node, "deferred");
  });
}

// mu.Unlock(); work(); mu.Lock(): let go for a while by whoever holds it.
bool takes_again(const Facts& facts, const Call& call, const Call& unlock) {
  const auto here = statement_of(facts, call.node);
  const auto block = facts.tree[statement_of(facts, unlock.node)].parent;
  return unlock.node < call.node && unlock.function == call.function && facts.tree.inside(here, block) &&
         !is_inside(facts, unlock.node, "deferred");
}

// exit := func() { mu.Unlock() }; mu.Lock(); …; exit(); return
bool calls_closure_after(const Facts& facts, const Call& lock, const Call& unlock) {
  return unlock.function != lock.function &&
         std::any_of(facts.calls.begin(), facts.calls.end(), [&](const Call& each) {
           return each.target == unlock.function && each.function == lock.function && each.node > lock.node;
         });
}

// mu.Lock(): the lock is the receiver, and is released by a call on the same.
bool unlocked(const Facts& facts, const Call& call, const std::vector<std::string>& by) {
  const auto& function = facts.functions[call.function];
  const Resource resource{facts, call, function, no_node, by};
  const auto lock = facts.text(call.receiver);
  bool told = false;
  bool any = false;
  bool held = false;  // seen taken before, in the order of the text
  for (const auto& other : facts.calls) {
    const bool ours = other.receiver != no_node && facts.text(other.receiver) == lock &&
                      facts.tree.inside(other.node, function.node);
    if (!ours || reads_only(other.method) != reads_only(call.method)) continue;
    // Given back for a while by a function that was called with the lock held.
    const bool unlocks = std::find(by.begin(), by.end(), other.method) != by.end();
    if (unlocks && !held && other.node < call.node && other.function == call.function &&
        !is_inside(facts, other.node, "deferred"))
      return true;
    if (unlocks && facts.traits().errors_are_values && takes_again(facts, call, other) &&
        !in_one_block(facts, call.node, other.node))
      return true;
    held |= other.function == call.function && facts.has(other.labels, "locks-mutex");
    if (told && !unlocks && other.node > call.node) return true;  // taken anew: another stretch
    // Taken again after it was let go for a while: the deferred unlock still stands.
    if (other.node < call.node && is_inside(facts, other.node, "deferred")) return true;
    any |= unlocks && other.function == call.function;
    if (unlocks && calls_closure_after(facts, call, other)) return true;
    if (other.node < call.node || !unlocks) continue;
    if (other.function != call.function) return true;  // released in a function that is handed on
    if (const auto finally = outermost_finally(facts, other.node); finally != no_node)
      return !resource.leaves_between(facts.tree[finally].parent, false);
    if (is_inside(facts, other.node, "deferred")) return !resource.leaves_between(other.node, false);
    // Each way out has its own unlock before it: what lies between the lock and the first one counts.
    if (!told && resource.leaves_between(other.node, false)) return false;
    if (!told && in_one_block(facts, call.node, other.node)) return true;
    told = true;
  }
  return told || !any;  // no unlock at all: the function is one half of a pair
}

}  // namespace

bool released(const Facts& facts, const Call& call, const std::vector<std::string>& by, bool calls_leave) {
  if (call.receiver != no_node && facts.has(call.labels, "locks-mutex")) return unlocked(facts, call, by);
  const auto target = variable_of(facts, call.node);
  const auto& function = facts.functions[call.function];
  if (target == no_node || call.function == 0 || function.body == no_node) return true;
  if (outlives_function(facts, call, target) || is_borrowed(facts, call)) return true;
  const Resource resource{facts, call, function, target, by};
  const bool values = facts.traits().errors_are_values;
  if (values && deferred_before(resource)) return true;
  NodeId release = no_node;
  bool lent = false;
  for (NodeId i = facts.tree[call.node].after; i < facts.tree[function.body].after; ++i) {
    if (!resource.is_ours(i)) continue;
    const bool releases = resource.releases(i);
    if (releases && is_inside(facts, i, "deferred")) return !resource.leaves_between(i, false);
    if (facts.owner[i] != facts.owner[call.node] || resource.part_handed_on(i)) return true;
    if (!releases && resource.lent_to(i)) {
      lent = true;
      continue;
    }
    if (!releases && resource.handed_on(i)) return true;
    if (!releases) continue;
    if (enclosing(facts, i, Role::finally) != no_node) return true;
    if (release == no_node || is_inside(facts, release, "except")) release = i;
  }
  if (release == no_node) return lent || process_ends(facts, call);
  return !resource.leaves_between(release, calls_leave && !values);
}

}  // namespace detectors
