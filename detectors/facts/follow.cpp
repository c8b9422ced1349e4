#include "detectors/facts/follow.hpp"

#include "detectors/facts/collect.hpp"

#include <algorithm>

namespace detectors::facts {
namespace {

// How far a value is followed through variables before it counts as unknown, and how many steps in all.
constexpr int deepest_chain = 24;
// Parts of a dotted name, from its end: more says nothing that a table knows.
constexpr std::size_t longest_name = 48;

std::string module_named(std::string_view text) {
  auto name = unquoted(text);
  if (name.starts_with("node:")) name.remove_prefix(5);
  return std::string(name);
}

std::string import_name(const Facts& facts, const Definition& known) {
  const auto import = known.value;
  if (const auto* call = facts.call(import)) {  // require("pg")
    auto name = call->arguments.empty() ? "" : module_named(facts.text(call->arguments.front().value));
    return known.unpacked ? name + "." + std::string(known.name) : name;
  }
  const auto written = facts.text(facts.part(import, Part::module));
  auto name = module_named(written);
  const bool quoted = name.size() != written.size();
  if (facts.role(import) == Role::import)
    return quoted || facts.part(import, Part::alias) != no_node ? name : name.substr(0, name.find('.'));
  return name + "." + std::string(facts.text(facts.part(import, Part::name)));
}

struct Follower {
  const Facts& facts;
  int steps = 400;

  [[nodiscard]] NodeId first_named(NodeId node) const {
    auto child = facts.tree.first_child(node);
    while (child != no_node && !facts.tree[child].named) child = facts.tree.next_sibling(child);
    return child == no_node ? no_node : bare(facts, child);
  }

  // The type that an annotation or a base class names.
  Value type_from(NodeId annotation) {
    auto node = bare(facts, annotation);
    for (int i = 0; i < 4 && node != no_node && facts.role(node) == Role::none_; ++i)
      node = first_named(node);                                  // the grammar's wrapper around a type
    while (node != no_node && facts.role(node) == Role::binary)  // X | None
      node = bare(facts, facts.part(node, Part::left));
    node = node == no_node ? no_node : bare(facts, node);
    if (node == no_node) return {};
    if (facts.role(node) != Role::identifier && facts.role(node) != Role::attribute) return {};
    if (const auto* known = facts.role(node) == Role::identifier ? definition(facts, node) : nullptr;
        known && known->kind == Definition::Kind::type)
      return instance(type_index(facts, known->value), no_node);
    return {.type = facts.tables->type_named(resolved_name(facts, node))};
  }

  Value instance(std::size_t local, NodeId origin) {
    Value value{.type = no_type, .local = local, .origin = origin};
    if (local == nothing) return value;
    for (const auto base : facts.types[local].bases)
      if (const auto type = facts.tables->type_named(resolved_name(facts, base)); type != no_type)
        value.type = type;
    return value;
  }

  Value of_definition(const Definition& known, int depth) {
    if (known.type != no_node)
      if (const auto value = type_from(known.type); value.type != no_type || value.local != nothing)
        return value;
    if (known.given != no_type) return {.type = known.given};
    if (known.value == no_node || known.unpacked) return {};
    if (known.kind == Definition::Kind::loop) return element(of(known.value, depth));
    if (known.kind == Definition::Kind::assignment || known.kind == Definition::Kind::with)
      return of(known.value, depth);
    return {};
  }

  Value element(Value value) {
    if (value.type == no_type) return {};
    return {.type = facts.tables->type(value.type).elements};
  }

  Value of_attribute(NodeId node, int depth) {
    const auto object = facts.part(node, Part::object);
    const auto name = facts.text(facts.part(node, Part::name));
    for (FunctionId at = facts.owner[node]; at != 0; at = facts.functions[at].parent) {
      const auto& method = facts.functions[at];
      if (method.self.empty() || method.self != facts.text(object)) continue;
      const auto& fields = facts.types[method.type].fields;
      const auto field = fields.find(name);
      if (field == fields.end()) return {};
      for (const auto& known : field->second)
        if (const auto value = of_definition(known, depth); value.type != no_type || value.local != nothing)
          return value;
      return {};
    }
    const auto owner = of(object, depth);
    if (owner.local != nothing) {
      const auto field = facts.types[owner.local].fields.find(name);
      if (field != facts.types[owner.local].fields.end()) return of_definition(field->second.front(), depth);
    }
    if (owner.type == no_type) return {};
    const auto* row = facts.tables->call(facts.tables->type(owner.type).name + "." + std::string(name));
    return row ? Value{.type = row->returns, .origin = owner.origin} : Value{};
  }

  // rows[:50] are rows still.
  bool is_slice(NodeId index) const { return index != no_node && facts.tree.kind(index) == "slice"; }

  Value of(NodeId expression, int depth) {
    const auto node = bare(facts, expression);
    if (node == no_node || --depth <= 0 || --steps <= 0) return {};
    switch (facts.role(node)) {
      case Role::call:
        return facts.values.empty() ? Value{} : facts.values[facts.call_at[node]];
      case Role::identifier: {
        const auto* known = definition(facts, node);
        return known ? of_definition(*known, depth) : Value{};
      }
      case Role::attribute:
        return of_attribute(node, depth);
      case Role::subscript: {
        const auto whole = of(facts.part(node, Part::object), depth);
        return is_slice(facts.part(node, Part::value)) ? whole : element(whole);
      }
      case Role::as:
        return of(facts.part(node, Part::value), depth);
      case Role::logical: {
        const auto left = of(facts.part(node, Part::left), depth);
        return left.type != no_type ? left : of(facts.part(node, Part::right), depth);
      }
      case Role::conditional:
        return of(facts.tree.first_child(node), depth);
      default:
        return {};
    }
  }
};

}  // namespace

std::size_t type_index(const Facts& facts, NodeId node) {
  for (std::size_t i = 0; i < facts.types.size(); ++i)
    if (facts.types[i].node == node) return i;
  return nothing;
}

Value returned_value(const Facts& facts, const Function& function) {
  if (const auto declared = Follower{facts}.type_from(facts.part(function.node, Part::type));
      declared.type != no_type)
    return declared;
  for (NodeId i = function.body; function.body != no_node && i < facts.tree[function.body].after; ++i) {
    if (facts.role(i) != Role::return_ || facts.functions[facts.owner[i]].node != function.node) continue;
    const auto value = i + 1 < facts.tree[i].after ? facts.tree.next_sibling(i + 1) : no_node;
    if (const auto known = Follower{facts}.of(value, deepest_chain); known.type != no_type) return known;
  }
  return {};
}

std::string declared_type(const Facts& facts, NodeId object) {
  const auto node = bare(facts, object);
  if (node == no_node) return "";
  const Definition* known = nullptr;
  if (facts.role(node) == Role::identifier) {
    known = definition(facts, node);
  } else if (facts.role(node) == Role::attribute) {
    const auto owner = value_of(facts, facts.part(node, Part::object)).local;
    auto type = owner;
    for (FunctionId at = facts.owner[node]; at != 0 && type == nothing; at = facts.functions[at].parent)
      if (!facts.functions[at].self.empty() &&
          facts.functions[at].self == facts.text(facts.part(node, Part::object)))
        type = facts.functions[at].type;
    if (type == nothing) return "";
    const auto field = facts.types[type].fields.find(facts.text(facts.part(node, Part::name)));
    if (field != facts.types[type].fields.end())
      for (const auto& each : field->second)
        if (each.type != no_node) known = &each;
  }
  if (!known || known->type == no_node) return "";
  auto type = bare(facts, known->type);
  const auto name = resolved_name(facts, type);
  return name == "?" ? "" : name;
}

Value instance_of(const Facts& facts, std::size_t local, NodeId origin) {
  return Follower{facts}.instance(local, origin);
}

Value value_of(const Facts& facts, NodeId expression) {
  return Follower{facts}.of(expression, deepest_chain);
}

namespace {
std::string_view key_of(std::string_view literal) {
  const auto key = unquoted(literal);
  return key.empty() || key.size() == literal.size() ? "[]" : key;
}
}  // namespace

std::string resolved_name(const Facts& facts, NodeId expression) {
  std::vector<std::string_view> parts;
  auto node = bare(facts, expression);
  const auto start = node;
  std::string head = "?";
  while (node != no_node && parts.size() < longest_name) {
    const auto role = facts.role(node);
    if (role == Role::attribute) {
      parts.push_back(facts.text(facts.part(node, Part::name)));
      node = bare(facts, facts.part(node, Part::object));
    } else if (role == Role::subscript && facts.role(facts.part(node, Part::value)) == Role::string) {
      parts.push_back(key_of(facts.text(facts.part(node, Part::value))));  // x["gateway"] as x.gateway
      node = bare(facts, facts.part(node, Part::object));
    } else if (role == Role::call && facts.part(node, Part::callee) == no_node) {
      if (node != start) parts.push_back("()");
      const auto object = facts.part(node, Part::object);
      const auto name = facts.text(facts.part(node, Part::name));
      if (object == no_node) {
        head = name;
        break;
      }
      parts.push_back(name);
      node = bare(facts, object);
    } else if (role == Role::call || role == Role::subscript) {
      parts.push_back(role == Role::call ? "()" : "[]");
      node = bare(facts, facts.part(node, role == Role::call ? Part::callee : Part::object));
    } else {
      const auto* known = role == Role::identifier ? definition(facts, node) : nullptr;
      if (known && known->kind == Definition::Kind::import) {
        head = import_name(facts, *known);
        if (!parts.empty() && parts.back() == "default") parts.pop_back();  // require("axios").default
      } else if (role == Role::identifier)
        head = std::string(facts.text(node));
      break;
    }
  }
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    if (*part != "()" && *part != "[]") head += '.';
    head += *part;
  }
  return head;
}

}  // namespace detectors::facts
