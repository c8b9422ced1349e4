// What a call is given: by position, by name, or as a field of its options.
#include <algorithm>

#include "detectors/facts/facts.hpp"

namespace detectors::facts {
namespace {

// The literal behind a variable: const options = { timeout: 5 }.
NodeId literal_of(const Facts& facts, NodeId expression) {
  auto node = bare(facts, expression);
  for (int steps = 0; steps < 4 && node != no_node && facts.role(node) == Role::identifier; ++steps) {
    const auto* known = definition(facts, node);
    if (!known || known->kind != Definition::Kind::assignment || known->unpacked || known->value == no_node)
      return no_node;
    node = bare(facts, known->value);
  }
  return node != no_node && facts.role(node) == Role::collection ? node : no_node;
}

std::string_view key_text(const Facts& facts, NodeId key) {
  auto text = facts.text(key);
  if (text.size() > 1 && (text.front() == '"' || text.front() == '\''))
    text = text.substr(1, text.size() - 2);
  return text;
}

// options.signal = …, options["signal"] = …: set after the literal was written.
bool set_later(const Facts& facts, NodeId options, std::string_view name) {
  const auto variable = bare(facts, options);
  if (variable == no_node || facts.role(variable) != Role::identifier) return false;
  const auto sets = [&](NodeId target) {
    if (target == no_node || facts.text(facts.part(target, Part::object)) != facts.text(variable))
      return false;
    if (facts.role(target) == Role::attribute) return facts.text(facts.part(target, Part::name)) == name;
    return facts.role(target) == Role::subscript && key_text(facts, facts.part(target, Part::value)) == name;
  };
  for (NodeId i = facts.functions[facts.owner[variable]].node; i < variable; ++i)
    if (facts.role(i) == Role::assign && sets(facts.part(i, Part::target))) return true;
  return false;
}

}  // namespace

NodeId argument(const Call& call, std::string_view name) {
  std::size_t position = 0;
  for (const auto& given : call.arguments) {
    if (given.name == name) return given.value;
    if (!given.name.empty()) continue;
    if (call.row && position < call.row->arguments.size() && call.row->arguments[position] == name)
      return given.value;
    ++position;
  }
  return no_node;
}

Given field_of(const Facts& facts, NodeId literal, std::string_view name) {
  bool open = false;
  for (auto child = facts.tree.first_child(literal); child != no_node;
       child = facts.tree.next_sibling(child)) {
    const auto role = facts.role(child);
    open |= role == Role::spread || role == Role::splat;
    if (role == Role::identifier && facts.text(child) == name) return {.value = child};
    if (role == Role::function && facts.text(facts.part(child, Part::name)) == name) return {.value = child};
    if (role != Role::pair && role != Role::keyword) continue;
    if (key_text(facts, facts.part(child, Part::name)) == name)
      return {.value = facts.part(child, Part::value)};
  }
  return {.unknown = open};
}

Given given(const Facts& facts, const Call& call, std::string_view name) {
  if (const auto value = argument(call, name); value != no_node) return {.value = value};
  if (call.open_arguments) return {.unknown = true};
  if (!call.row || call.row->options.empty()) return {};
  const auto options = argument(call, call.row->options);
  if (options == no_node) return {};
  const auto literal = literal_of(facts, options);
  if (literal == no_node || set_later(facts, options, name)) return {.unknown = true};
  return field_of(facts, literal, name);
}

}  // namespace detectors::facts
