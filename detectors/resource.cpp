// Who has what was opened: the function, or somebody whom it was handed to.
#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/holders.hpp"
#include "detectors/resource.hpp"

namespace detectors::opened {

bool Resource::is_ours(NodeId reference) const {
  if (!is_reference(facts, reference) || reference == target) return false;
  const auto* known = definition(facts, reference);
  if (!known || facts.text(reference) != facts.text(target)) return false;
  return known->target == target || is_emptied(*known) || is_apart(known->whole, reference);
}

bool Resource::is_emptied(const Definition& known) const {
  return facts.tree.language() == syntax::Language::java && known.value != no_node &&
         facts.role(known.value) == Role::none;
}

bool Resource::is_apart(NodeId other, NodeId reference) const {
  if (other == no_node || other < call.node) return false;
  auto block = other;  // or the one statement of a branch without braces
  for (auto at = facts.tree[other].parent; at != no_node && facts.role(block) != Role::block;
       at = facts.tree[at].parent) {
    if (facts.role(at) == Role::branch) break;
    block = at;
  }
  return block != no_node && !facts.tree.inside(reference, block) && !facts.tree.inside(call.node, block);
}

bool Resource::handed_on(NodeId reference) const {
  auto value = reference;
  auto parent = facts.tree[reference].parent;
  while (parent != no_node && facts.role(parent) == Role::group) {
    value = parent;
    parent = facts.tree[parent].parent;
  }
  if (parent == no_node) return false;
  if (lives_on_in(facts, parent)) return true;
  const auto role = facts.role(parent);
  if (role == Role::call && facts.part(parent, Part::object) == value) return gives_its_owner(parent);
  if (role == Role::attribute || role == Role::subscript || role == Role::compare || role == Role::branch ||
      role == Role::not_ || role == Role::logical)
    return false;
  // rows = nil, rows, err = …: a target of an assignment takes nothing.
  if ((role == Role::assign || role == Role::augment) && facts.part(parent, Part::target) == value)
    return false;
  if (role == Role::loop || role == Role::comprehension) return false;  // for line in file
  return true;
}

bool Resource::method_handed_on(NodeId reference) const {
  const auto method = facts.tree[reference].parent;
  if (method == no_node || facts.role(method) != Role::attribute ||
      facts.part(method, Part::object) != reference ||
      !names_release(facts.text(facts.part(method, Part::name))))
    return false;
  const auto around = facts.tree[method].parent;
  return around != no_node && facts.role(around) != Role::call && facts.role(around) != Role::statement;
}

bool Resource::part_handed_on(NodeId reference) const {
  if (method_handed_on(reference)) return true;
  const auto part = facts.tree[reference].parent;
  if (!facts.traits().errors_are_values || part == no_node || facts.role(part) != Role::attribute ||
      facts.text(facts.part(part, Part::name)) != "Body")
    return false;
  auto value = part;
  auto at = facts.tree[part].parent;
  while (at != no_node && (facts.role(at) == Role::group || facts.role(at) == Role::collection)) {
    value = at;
    at = facts.tree[at].parent;
  }
  if (at == no_node) return false;
  const auto role = facts.role(at);
  return role == Role::return_ || role == Role::pair || role == Role::keyword ||
         (role == Role::assign && facts.part(at, Part::value) == value);
}

bool Resource::is_kept_in_field(NodeId value) const {
  const auto statement = statement_of(facts, value);
  for (auto at = facts.tree[value].parent; at != no_node && at >= statement; at = facts.tree[at].parent) {
    if (facts.role(at) != Role::assign) continue;
    const auto name = facts.part(at, Part::target);
    if (name == no_node) return false;
    const auto found = function.definitions.find(facts.text(name));
    return facts.role(name) == Role::attribute || found == function.definitions.end() ||
           std::ranges::none_of(found->second, [](const Definition& each) { return each.type != no_node; });
  }
  return false;
}

bool Resource::gives_its_owner(NodeId id) const {
  const auto* asked = facts.call(id);
  return facts.tree.language() == syntax::Language::java && asked &&
         (asked->method == "getChannel" || asked->method == "unwrap" ||
          (asked->method.ends_with("putStream") && is_kept_in_field(id)));
}

const Call* Resource::lent_to(NodeId reference) const {
  auto value = reference;
  auto parent = facts.tree[value].parent;
  if (parent != no_node && facts.role(parent) == Role::keyword) {
    value = parent;
    parent = facts.tree[value].parent;
  }
  const auto whole = parent == no_node ? no_node : facts.tree[parent].parent;
  const auto* borrower = whole == no_node ? nullptr : facts.call(whole);
  if (!borrower || facts.part(whole, Part::arguments) != parent) return nullptr;
  const auto around = facts.tree[whole].parent;
  if (around != no_node && facts.role(around) == Role::spawn) return nullptr;
  auto name = borrower->method;
  if (facts.traits().first_is_self && name.starts_with('_')) name.remove_prefix(1);
  const bool makes =
      name.starts_with("New") || name.starts_with("new") ||
      (!facts.traits().errors_are_values && !name.empty() && name[0] >= 'A' && name[0] <= 'Z') ||
      facts.text(whole).starts_with("new ");
  static const std::vector<std::string> tidies{"close",   "closing", "release",  "defer", "cleanup",
                                               "quietly", "dispose", "append",   "push",  "add",
                                               "put",     "set",     "register", "wrap"};
  return makes || has_any_phrase(name, tidies) ? nullptr : borrower;
}

}  // namespace detectors::opened
