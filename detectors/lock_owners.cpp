#include "detectors/lock_owners.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "detectors/facts/words.hpp"

namespace detectors {

using namespace facts;

namespace {

FunctionId outermost(const Facts& facts, FunctionId id) {
  while (id != 0 && facts.functions[id].parent != 0) id = facts.functions[id].parent;
  return id;
}

// `mu` of c.mu: another method may call its object otherwise.
std::string_view field_of(std::string_view lock) {
  const auto dot = lock.find('.');
  return dot == std::string_view::npos ? lock : lock.substr(dot + 1);
}

// The type whose method takes or gives back a lock of its own object; nothing for any other lock.
std::size_t owner_of(const Facts& facts, const Call& call) {
  const auto& method = facts.functions[outermost(facts, call.function)];
  const auto lock = facts.text(call.receiver);
  return lock.substr(0, lock.find('.')) == method.self ? method.type : nothing;
}

// The same field, as far as the file tells whose it is.
bool is_same(const Facts& facts, const Call& one, const Call& other) {
  const auto first = owner_of(facts, one);
  const auto second = owner_of(facts, other);
  return field_of(facts.text(one.receiver)) == field_of(facts.text(other.receiver)) &&
         (first == second || first == nothing || second == nothing);
}

bool reads_only(const Call& call) { return call.method.starts_with('R'); }

// func (e *endpoint) done() { …; e.mu.Unlock() }, called with the lock held.
bool given_back_by_another(const Facts& facts, const Call& lock) {
  std::map<FunctionId, bool> taken;
  for (const auto& call : facts.calls) {
    if (call.receiver == no_node || reads_only(call) != reads_only(lock) || !is_same(facts, call, lock))
      continue;
    const auto function = outermost(facts, call.function);
    if (facts.has(call.labels, "locks-mutex")) taken[function] = true;
    if (facts.has(call.labels, "unlocks-mutex") && !taken[function]) return true;
  }
  return false;
}

// case begin: mu.Lock(); return  case commit: …; mu.Unlock(): held from one call to the next.
bool in_another_case(const Facts& facts, NodeId lock, NodeId unlock) {
  for (auto at = facts.tree[lock].parent; at != no_node; at = facts.tree[at].parent)
    if (facts.role(at) == Role::case_ && !facts.tree.inside(unlock, at) &&
        facts.tree.inside(unlock, facts.tree[at].parent))
      return true;
  return false;
}

bool given_back_here(const Facts& facts, const Call& lock) {
  return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const Call& call) {
    return call.node > lock.node && call.receiver != no_node && call.function == lock.function &&
           facts.text(call.receiver) == facts.text(lock.receiver) &&
           facts.has(call.labels, "unlocks-mutex") && !in_another_case(facts, lock.node, call.node);
  });
}

// e.finish(), of another file, may give it back.
bool may_be_given_back_elsewhere(const Facts& facts, const Call& lock) {
  static const std::vector<std::string> ends{"unlock", "done",  "finish", "end",  "release",
                                             "close",  "leave", "abort",  "exit", "locked"};
  const auto whole = facts.text(lock.receiver);
  const auto owner = whole.substr(0, whole.find('.'));
  return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const Call& call) {
    return call.node > lock.node && call.function == lock.function && call.target == nothing &&
           call.receiver != no_node && facts.text(call.receiver) == owner &&
           has_any_phrase(call.method, ends);
  });
}

}  // namespace

bool gives_lock_back_itself(const Facts& facts, NodeId id) {
  const auto* lock = facts.call(id);
  return lock && lock->receiver != no_node && given_back_here(facts, *lock) &&
         !given_back_by_another(facts, *lock) && !may_be_given_back_elsewhere(facts, *lock);
}

}  // namespace detectors
