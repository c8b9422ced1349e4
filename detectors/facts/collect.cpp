// The first pass: what is there, without asking what names stand for.
#include <algorithm>

#include "detectors/facts/facts.hpp"

namespace detectors::facts {
namespace {

// What we are inside of: a function, or a class body (which is no function: its owner is the function around
// it).
struct Frame {
  FunctionId function = 0;
  std::size_t type = nothing;
  NodeId after = 0;
};

struct Collector {
  Facts& facts;
  std::vector<Frame> frames;

  Function& current() { return facts.functions[frames.back().function]; }

  std::string_view self_name() {
    for (auto at = frames.back().function; at != 0; at = facts.functions[at].parent)
      if (!facts.functions[at].self.empty()) return facts.functions[at].self;
    return "";
  }
  std::size_t own_type() {
    for (auto at = frames.back().function; at != 0; at = facts.functions[at].parent)
      if (facts.functions[at].type != nothing) return facts.functions[at].type;
    return nothing;
  }

  void define_name(const Definition& definition) {
    if (frames.back().type != nothing)
      facts.types[frames.back().type].fields[definition.name].push_back(definition);
    else
      current().definitions[definition.name].push_back(definition);
  }

  // Binds every name of a target: x, (x, y), self.x.
  void define(NodeId target, Definition definition) {
    if (target == no_node) return;
    const auto role = facts.role(target);
    definition.unpacked = role == Role::collection;
    if (role == Role::attribute && facts.text(facts.part(target, Part::object)) == self_name() &&
        own_type() != nothing) {
      definition.target = target;
      definition.name = facts.text(facts.part(target, Part::name));
      facts.types[own_type()].fields[definition.name].push_back(definition);
      return;
    }
    for (NodeId i = target; i < facts.tree[target].after; ++i) {
      if (facts.role(i) == Role::attribute || facts.role(i) == Role::subscript) {
        i = facts.tree[i].after - 1;
        continue;
      }
      if (facts.role(i) != Role::identifier) continue;
      definition.target = i;
      definition.name = facts.text(i);
      define_name(definition);
    }
  }

  void add_parameters(Function& function, NodeId parameters) {
    if (parameters == no_node) return;
    for (auto child = facts.tree.first_child(parameters); child != no_node;
         child = facts.tree.next_sibling(child)) {
      Definition definition{.kind = Definition::Kind::parameter, .whole = child};
      auto name = child;
      if (facts.role(child) == Role::parameter) {
        name = facts.part(child, Part::name);
        definition.type = facts.part(child, Part::type);
      } else if (facts.role(child) == Role::splat || facts.role(child) == Role::spread) {
        name = child + 2 <= facts.tree[child].after ? facts.tree[child].after - 1 : no_node;
      }
      if (name == no_node || facts.role(name) != Role::identifier) continue;
      definition.target = name;
      definition.name = facts.text(name);
      if (function.type != nothing && function.definitions.empty()) function.self = definition.name;
      function.definitions[definition.name].push_back(definition);
    }
  }

  void add_decorators(Function& function, NodeId node) {
    const auto parent = facts.tree[node].parent;
    if (parent == no_node || facts.role(parent) != Role::decorated) return;
    for (auto child = facts.tree.first_child(parent); child != no_node;
         child = facts.tree.next_sibling(child))
      if (facts.role(child) == Role::decorator) function.decorators.push_back(facts.part(child, Part::value));
  }

  void add_function(NodeId node) {
    Function function{.node = node,
                      .body = facts.part(node, Part::body),
                      .name = facts.text(facts.part(node, Part::name)),
                      .type = frames.back().type,
                      .parent = frames.back().function,
                      .async = facts.nodes[node].async,
                      .lambda = facts.role(node) == Role::lambda};
    const auto id = facts.functions.size();
    add_decorators(function, node);
    add_parameters(function, facts.part(node, Part::parameters));
    if (function.type != nothing && !function.lambda)
      facts.types[function.type].methods.emplace(function.name, id);
    else if (!function.lambda)
      define_name({.kind = Definition::Kind::function,
                   .name = function.name,
                   .target = facts.part(node, Part::name),
                   .value = node,
                   .whole = facts.part(node, Part::name)});
    facts.functions.push_back(std::move(function));
    frames.push_back({id, nothing, facts.tree[node].after});
  }

  void add_type(NodeId node) {
    Class type{.node = node, .name = facts.text(facts.part(node, Part::name))};
    if (const auto bases = facts.part(node, Part::arguments); bases != no_node)
      for (auto child = facts.tree.first_child(bases); child != no_node;
           child = facts.tree.next_sibling(child))
        if (facts.role(child) == Role::identifier || facts.role(child) == Role::attribute)
          type.bases.push_back(child);
    define_name({.kind = Definition::Kind::type,
                 .name = type.name,
                 .target = facts.part(node, Part::name),
                 .value = node,
                 .whole = facts.part(node, Part::name)});
    facts.types.push_back(std::move(type));
    frames.push_back({frames.back().function, facts.types.size() - 1, facts.tree[node].after});
  }

  void add_arguments(Call& call, NodeId arguments) {
    if (arguments == no_node) return;
    if (facts.role(arguments) == Role::comprehension) {
      call.arguments.push_back({"", arguments});
      return;
    }
    for (auto child = facts.tree.first_child(arguments); child != no_node;
         child = facts.tree.next_sibling(child)) {
      const auto role = facts.role(child);
      if (role == Role::splat || role == Role::spread)
        call.open_arguments = true;
      else if (role == Role::keyword)
        call.arguments.push_back({facts.text(facts.part(child, Part::name)), facts.part(child, Part::value)});
      else if (role != Role::none_)
        call.arguments.push_back({"", child});
    }
  }

  void add_call(NodeId node) {
    Call call{.node = node, .callee = bare(facts, facts.part(node, Part::callee))};
    call.function = frames.back().function;
    if (call.callee != no_node && facts.role(call.callee) == Role::attribute) {
      call.receiver = facts.part(call.callee, Part::object);
      call.method = facts.text(facts.part(call.callee, Part::name));
    } else {
      call.method = facts.text(call.callee);
    }
    add_arguments(call, facts.part(node, Part::arguments));
    facts.call_at[node] = facts.calls.size();
    current().calls.push_back(facts.calls.size());
    facts.calls.push_back(std::move(call));
  }

  void add_import(NodeId node) {
    const auto alias = facts.part(node, Part::alias);
    const auto bound = alias != no_node                   ? alias
                       : facts.role(node) == Role::import ? facts.part(node, Part::module)
                                                          : facts.part(node, Part::name);
    if (bound == no_node) return;
    auto name = facts.text(bound);
    if (facts.role(node) == Role::import) name = name.substr(0, name.find('.'));
    define_name(
        {.kind = Definition::Kind::import, .name = name, .target = bound, .value = node, .whole = node});
  }

  void add_alias(NodeId node) {
    const auto parent = facts.tree[node].parent;
    const bool with = parent != no_node && facts.role(parent) == Role::with_item;
    define(facts.part(node, Part::alias), {.kind = with ? Definition::Kind::with : Definition::Kind::except,
                                           .value = with ? facts.part(node, Part::value) : no_node,
                                           .whole = node});
  }

  void add(NodeId node) {
    switch (facts.role(node)) {
      case Role::function:
      case Role::lambda:
        return add_function(node);
      case Role::type:
        return add_type(node);
      case Role::call:
        return add_call(node);
      case Role::import:
      case Role::import_from:
        return add_import(node);
      case Role::as:
        return add_alias(node);
      case Role::assign:
        return define(
            facts.part(node, Part::target),
            {.value = facts.part(node, Part::value), .type = facts.part(node, Part::type), .whole = node});
      case Role::augment:
        return define(
            facts.part(node, Part::target),
            {.kind = Definition::Kind::augmented, .value = facts.part(node, Part::value), .whole = node});
      case Role::loop:
      case Role::comprehension:
        return define(facts.part(node, Part::target), {.kind = Definition::Kind::loop,
                                                       .value = facts.part(node, Part::iterable),
                                                       .whole = facts.part(node, Part::target)});
      default:
        return;
    }
  }
};

}  // namespace

void collect(Facts& facts) {
  facts.owner.assign(facts.tree.size(), 0);
  facts.call_at.assign(facts.tree.size(), nothing);
  facts.functions.push_back({});
  Collector collector{facts, {Frame{0, nothing, facts.tree.size()}}};
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    while (collector.frames.size() > 1 && collector.frames.back().after <= i) collector.frames.pop_back();
    facts.owner[i] = collector.frames.back().function;
    collector.add(i);
  }
  facts.functions[0].node = facts.functions[0].body = 0;
}

}  // namespace detectors::facts
