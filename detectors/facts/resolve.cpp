// The second pass: what names stand for, what values are, what calls do.
#include <algorithm>

#include "detectors/facts/checks.hpp"
#include "detectors/facts/facts.hpp"
#include "detectors/facts/sql.hpp"

namespace detectors::facts {
namespace {

// How far a value is followed through variables before it counts as unknown, and how many steps in all.
constexpr int deepest_chain = 24;
// Parts of a dotted name, from its end: more says nothing that a table knows.
constexpr std::size_t longest_name = 48;

std::string import_name(const Facts& facts, NodeId import) {
  std::string name(facts.text(facts.part(import, Part::module)));
  if (facts.role(import) == Role::import)
    return facts.part(import, Part::alias) == no_node ? name.substr(0, name.find('.')) : name;
  return name + "." + std::string(facts.text(facts.part(import, Part::name)));
}

std::size_t type_index(const Facts& facts, NodeId node) {
  for (std::size_t i = 0; i < facts.types.size(); ++i)
    if (facts.types[i].node == node) return i;
  return nothing;
}

std::size_t function_index(const Facts& facts, NodeId node) {
  const auto found = std::lower_bound(facts.functions.begin() + 1, facts.functions.end(), node,
                                      [](const Function& f, NodeId id) { return f.node < id; });
  return found != facts.functions.end() && found->node == node
             ? static_cast<std::size_t>(found - facts.functions.begin())
             : nothing;
}

struct Follower {
  const Facts& facts;
  int steps = 400;

  // The type that an annotation or a base class names.
  Value type_from(NodeId annotation) {
    auto node = bare(facts, annotation);
    for (int i = 0; i < 4 && node != no_node && facts.role(node) == Role::none_; ++i)
      node = facts.tree.first_child(node);  // the grammar's wrapper around a type
    if (node == no_node) return {};
    if (facts.role(node) == Role::binary) return type_from(facts.part(node, Part::left));  // X | None
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
    const auto& function = facts.functions[facts.owner[node]];
    for (auto at = facts.owner[node]; at != 0; at = facts.functions[at].parent) {
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
    (void)function;
    const auto owner = of(object, depth);
    if (owner.type == no_type) return {};
    const auto* row = facts.tables->call(facts.tables->type(owner.type).name + "." + std::string(name));
    return row ? Value{.type = row->returns, .origin = owner.origin} : Value{};
  }

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
      case Role::subscript:
        return element(of(facts.part(node, Part::object), depth));
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

// What the functions of this file return, as far as one look into them says.
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

bool names_a_type(const Facts& facts, const Call& call) {
  if (call.arguments.empty() || !call.arguments.front().name.empty()) return false;
  const auto text = facts.text(call.arguments.front().value);
  return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
}

struct Resolver {
  Facts& facts;

  void resolve_method(Call& call, const Value& receiver) {
    const std::string method(call.method);
    if (receiver.local != nothing) {
      const auto& methods = facts.types[receiver.local].methods;
      if (const auto found = methods.find(call.method); found != methods.end()) {
        call.target = found->second;
        call.name = std::string(facts.types[receiver.local].name) + "." + method;
        return;
      }
    }
    if (receiver.type == no_type) {
      call.name = resolved_name(facts, call.callee);
      call.row = facts.tables->call(call.name);
      if (!call.row && receiver.local == nothing)
        call.row = facts.tables->call_ending(call.name, names_a_type(facts, call));
      return;
    }
    call.name = facts.tables->type(receiver.type).name + "." + method;
    call.row = facts.tables->call(call.name);
  }

  bool resolve_own_method(Call& call) {
    for (auto at = call.function; at != 0; at = facts.functions[at].parent) {
      const auto& function = facts.functions[at];
      if (function.self.empty() || function.self != facts.text(call.receiver)) continue;
      const auto& methods = facts.types[function.type].methods;
      const auto found = methods.find(call.method);
      if (found == methods.end()) return false;
      call.target = found->second;
      call.name = std::string(facts.types[function.type].name) + "." + std::string(call.method);
      return true;
    }
    return false;
  }

  void resolve_plain(Call& call, Value& made) {
    const auto* known =
        facts.role(call.callee) == Role::identifier ? definition(facts, call.callee) : nullptr;
    call.name = resolved_name(facts, call.callee);
    if (known && known->kind == Definition::Kind::function) {
      call.target = function_index(facts, known->value);
    } else if (known && known->kind == Definition::Kind::type) {
      made = Follower{facts}.instance(type_index(facts, known->value), call.node);
    } else if (!known || known->kind == Definition::Kind::import) {
      call.row = facts.tables->call(call.name);
      if (!call.row && known) call.row = facts.tables->call_ending(call.name, names_a_type(facts, call));
    } else if (const auto callee = Follower{facts}.of(call.callee, deepest_chain); callee.type != no_type) {
      made = {.type = facts.tables->type(callee.type).called, .origin = call.node};
      call.row = facts.tables->call(facts.tables->type(callee.type).name + ".__call__");
    }
  }

  Value value_made(const Call& call, const Value& receiver) {
    if (call.row && call.row->returns_argument && !call.arguments.empty())
      return Follower{facts}.of(call.arguments.front().value, deepest_chain);
    if (call.row && call.row->returns != no_type) return {.type = call.row->returns, .origin = call.node};
    if (const auto type = facts.tables->type_named(call.name); type != no_type)
      return {.type = type, .origin = call.node};
    if (receiver.type != no_type && facts.tables->type(receiver.type).fluent) return receiver;
    if (call.target != nothing) return returned_value(facts, facts.functions[call.target]);
    return {};
  }

  void resolve_call(std::size_t index) {
    auto& call = facts.calls[index];
    call.row = nullptr;
    Value made;
    Value receiver;
    if (call.callee != no_node && facts.role(call.callee) == Role::attribute) {
      receiver = Follower{facts}.of(call.receiver, deepest_chain);
      if (!resolve_own_method(call)) resolve_method(call, receiver);
    } else if (call.callee != no_node) {
      resolve_plain(call, made);
    }
    if (made.type == no_type && made.local == nothing) made = value_made(call, receiver);
    facts.values[index] = made;
    if (call.row && call.row->needs_arguments && call.arguments.empty()) call.row = nullptr;
    call.labels = call.row ? call.row->labels : Labels{};
    if (facts.has(call.labels, "sql")) call.labels |= sql_labels(facts, call);
    for (const auto& given : call.arguments)
      if (!given.name.empty() && facts.text(given.value) != "False" && facts.text(given.value) != "None")
        call.labels |= facts.tables->keyword(given.name);
  }

  Labels decorator_labels(NodeId decorator) {
    if (const auto* call = facts.call(decorator)) return call->labels;
    const auto name = resolved_name(facts, decorator);
    const auto* row = facts.tables->call(name);
    if (!row) row = facts.tables->call_ending(name, false);
    return row ? row->labels : Labels{};
  }

  // What a function catches says what it is ready for: a conflict on a unique key.
  void label_caught() {
    for (NodeId i = 0; i < facts.tree.size(); ++i) {
      if (facts.role(i) != Role::except) continue;
      const auto type = facts.part(i, Part::type);
      if (type == no_node) continue;
      for (NodeId name = type; name < facts.tree[type].after; ++name)
        if (facts.role(name) == Role::identifier || facts.role(name) == Role::attribute)
          facts.functions[facts.owner[i]].labels |= decorator_labels(name);
    }
  }

  void label_functions() {
    label_caught();
    label_duplicate_checks(facts);
    for (auto& function : facts.functions) {
      for (const auto decorator : function.decorators) function.decorated |= decorator_labels(decorator);
      if (function.type != nothing)
        if (const auto type = Follower{facts}.instance(function.type, no_node).type; type != no_type)
          function.decorated |= facts.tables->type(type).handles;
      for (const auto index : function.calls) function.labels |= facts.calls[index].labels;
    }
    for (auto& call : facts.calls) {
      call.via = call.labels;
      if (call.target != nothing) call.via |= facts.functions[call.target].labels;
    }
  }
};

}  // namespace

Value value_of(const Facts& facts, NodeId expression) {
  return Follower{facts}.of(expression, deepest_chain);
}

namespace {
std::string_view key_of(std::string_view literal) {
  const auto begin = literal.find_first_of("\"'");
  const auto end = literal.find_last_of("\"'");
  return begin == std::string_view::npos || end <= begin + 1 ? "[]"
                                                             : literal.substr(begin + 1, end - begin - 1);
}
}  // namespace

std::string resolved_name(const Facts& facts, NodeId expression) {
  std::vector<std::string_view> parts;
  auto node = bare(facts, expression);
  std::string head = "?";
  while (node != no_node && parts.size() < longest_name) {
    const auto role = facts.role(node);
    if (role == Role::attribute) {
      parts.push_back(facts.text(facts.part(node, Part::name)));
      node = bare(facts, facts.part(node, Part::object));
    } else if (role == Role::subscript && facts.role(facts.part(node, Part::value)) == Role::string) {
      parts.push_back(key_of(facts.text(facts.part(node, Part::value))));  // x["gateway"] as x.gateway
      node = bare(facts, facts.part(node, Part::object));
    } else if (role == Role::call || role == Role::subscript) {
      parts.push_back(role == Role::call ? "()" : "[]");
      node = bare(facts, facts.part(node, role == Role::call ? Part::callee : Part::object));
    } else {
      const auto* known = role == Role::identifier ? definition(facts, node) : nullptr;
      if (known && known->kind == Definition::Kind::import)
        head = import_name(facts, known->value);
      else if (role == Role::identifier)
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

// Calls are resolved by where they end: an argument before its call, a definition before its use. The second
// round sees what the first learned of functions and fields that stand further down.
void resolve(Facts& facts) {
  facts.values.assign(facts.calls.size(), {});
  std::vector<std::size_t> order(facts.calls.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
    return facts.tree[facts.calls[a].node].end < facts.tree[facts.calls[b].node].end;
  });
  Resolver resolver{facts};
  for (int round = 0; round < 2; ++round)
    for (const auto index : order) resolver.resolve_call(index);
  resolver.label_functions();
}

}  // namespace detectors::facts
