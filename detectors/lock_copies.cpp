#include "detectors/lock_copies.hpp"

#include <algorithm>
#include <array>

namespace detectors {

using namespace facts;

namespace {

constexpr int deepest_struct = 3;

bool is_lock(std::string_view name) {
  static constexpr std::array<std::string_view, 5> locks{"sync.Mutex", "sync.RWMutex", "sync.WaitGroup",
                                                         "sync.Once", "sync.Cond"};
  return std::find(locks.begin(), locks.end(), name) != locks.end();
}

// The type that a parameter or a field names, where it is no pointer, list or map: the last of its parts.
NodeId named_type(const Facts& facts, NodeId declaration) {
  NodeId last = no_node;
  for (auto at = facts.tree.first_child(declaration); at != no_node; at = facts.tree.next_sibling(at))
    if (facts.tree[at].named && facts.role(at) != Role::string) last = at;
  if (last == no_node || facts.text(declaration).find('*') != std::string_view::npos)
    return no_node;  // an embedded *T is a pointer
  const auto kind = facts.tree.kind(last);
  return kind == "qualified_type" || kind == "type_identifier" ? last : no_node;
}

// mu.Lock() of that field; of one without a name any. A lock that nobody takes guards nothing, copied or not.
bool is_taken(const Facts& facts, NodeId field) {
  const auto name = facts.tree.child_by_field(field, "name");
  return std::ranges::any_of(facts.calls, [&](const Call& call) {
    if (call.receiver == no_node) return false;
    if (name == no_node) return call.method == "Lock" || call.method == "RLock";
    return facts.text(call.receiver).ends_with("." + std::string(facts.text(name)));
  });
}

bool holds_lock(const Facts& facts, NodeId type, int depth) {
  if (type == no_node || depth == 0) return false;
  if (facts.tree.kind(type) == "qualified_type") return is_lock(resolved_name(facts, type));
  const auto name = facts.text(type);
  const auto known = std::find_if(facts.types.begin(), facts.types.end(),
                                  [&](const Class& each) { return each.name == name; });
  if (known == facts.types.end() || known->node == no_node) return false;  // declared in another file
  for (NodeId i = known->node; i < facts.tree[known->node].after; ++i) {
    if (facts.tree.kind(i) != "field_declaration") continue;
    const auto held = named_type(facts, i);
    const bool lock = held != no_node && facts.tree.kind(held) == "qualified_type";
    if ((!lock || is_taken(facts, i)) && holds_lock(facts, held, depth - 1)) return true;
    i = facts.tree[i].after - 1;
  }
  return false;
}

}  // namespace

bool copies_a_lock(const Facts& facts, NodeId parameter) {
  return holds_lock(facts, named_type(facts, parameter), deepest_struct);
}

}  // namespace detectors
