// The first pass: what is there, without asking what names stand for.
#include "detectors/facts/collect.hpp"

#include <algorithm>

namespace detectors::facts {
namespace {

NodeId value_of_name(const Facts& facts, NodeId node) {
  for (const auto part : {Part::target, Part::name})
    if (const auto name = facts.part(node, part); name != no_node) return name;
  return no_node;
}

// The neighbour that ends where the node begins; going through all from the first would take a file of
// functions the square of their number.
NodeId before_among(const syntax::Tree& tree, NodeId node) {
  const auto parent = tree[node].parent;
  if (node == parent + 1) return no_node;
  auto at = node - 1;
  while (tree[at].parent != parent) at = tree[at].parent;
  return at;
}

struct Collector {
  Facts& facts;
  Binder names;
  std::vector<std::pair<FunctionId, NodeId>> receivers{};

  void add_decorators(std::vector<NodeId>& decorators, NodeId node) const {
    const auto take = [&](NodeId child) {
      if (facts.role(child) == Role::decorator) decorators.push_back(facts.part(child, Part::value));
    };
    const auto take_all = [&](NodeId parent) {
      for (auto child = facts.tree.first_child(parent); child != no_node && child != node;
           child = facts.tree.next_sibling(child))
        take(child);
    };
    for (auto child = facts.tree.first_child(node); child != no_node;
         child = facts.tree.next_sibling(child)) {
      take(child);
      if (facts.role(child) == Role::decorated) take_all(child);
    }
    const auto parent = facts.tree[node].parent;
    if (parent == no_node) return;
    if (facts.role(parent) == Role::decorated) return take_all(parent);
    // Before it among its neighbours: @Get() find() {…}
    std::vector<NodeId> before;
    for (auto at = before_among(facts.tree, node); at != no_node; at = before_among(facts.tree, at))
      if (facts.role(at) == Role::decorator)
        before.push_back(at);
      else if (facts.tree[at].named)
        break;
    std::reverse(before.begin(), before.end());
    for (const auto child : before) take(child);
  }

  // const charge = async () => …, { charge: () => … }, charge = () => …
  [[nodiscard]] std::string_view name_given(NodeId lambda) const {
    if (const auto own = facts.tree.child_by_field(lambda, "name"); own != no_node) return facts.text(own);
    const auto parent = facts.tree[lambda].parent;
    if (parent == no_node) return "";
    const auto role = facts.role(parent);
    if (role != Role::assign && role != Role::pair) return "";
    const auto name = value_of_name(facts, parent);
    if (name != no_node && facts.role(name) == Role::attribute)
      return facts.text(facts.part(name, Part::name));
    return name != no_node && facts.role(name) == Role::identifier ? facts.text(name) : std::string_view{};
  }

  void add_function(NodeId node) {
    Function function{.node = node,
                      .body = facts.part(node, Part::body),
                      .name = facts.text(facts.part(node, Part::name)),
                      .type = names.frames.back().type,
                      .parent = names.frames.back().function,
                      .async = facts.nodes[node].async,
                      .lambda = facts.role(node) == Role::lambda};
    const auto id = facts.functions.size();
    if (function.lambda) function.name = name_given(node);
    if (!function.lambda || function.type != nothing) add_decorators(function.decorators, node);
    if (function.type != nothing && !function.lambda) function.self = facts.traits().self;
    names.add_parameters(function, facts.part(node, Part::parameters));
    if (function.type != nothing && !function.name.empty())
      facts.types[function.type].methods.emplace(function.name, id);
    else if (!function.lambda && !facts.nodes[node].own)
      names.define_name({.kind = Definition::Kind::function,
                         .name = function.name,
                         .target = facts.part(node, Part::name),
                         .value = node,
                         .whole = facts.part(node, Part::name)});
    facts.functions.push_back(std::move(function));
    names.frames.push_back({id, nothing, facts.tree[node].after});
  }

  void add_type(NodeId node) {
    Class type{.node = node, .name = facts.text(facts.part(node, Part::name))};
    if (const auto bases = facts.part(node, Part::arguments); bases != no_node)
      for (auto child = facts.tree.first_child(bases); child != no_node;
           child = facts.tree.next_sibling(child))
        if (const auto base = bare(facts, child);
            facts.role(base) == Role::identifier || facts.role(base) == Role::attribute)
          type.bases.push_back(base);
    add_decorators(type.decorators, node);
    if (!type.name.empty())
      names.define_name({.kind = Definition::Kind::type,
                         .name = type.name,
                         .target = facts.part(node, Part::name),
                         .value = node,
                         .whole = facts.part(node, Part::name)});
    facts.types.push_back(std::move(type));
    names.frames.push_back({names.frames.back().function, facts.types.size() - 1, facts.tree[node].after});
  }

  void add_arguments(Call& call, NodeId arguments) {
    if (arguments == no_node) return;
    const auto whole = facts.role(arguments);
    if (whole == Role::comprehension || whole == Role::string) {
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

  // row.Scan(&balance) gives balance its value.
  void define_outputs(const Call& call) {
    for (const auto& given : call.arguments) {
      const auto variable = bare(facts, given.value);
      if (!facts.text(given.value).starts_with('&') || facts.role(variable) != Role::identifier) continue;
      const auto& known = names.current().definitions[facts.text(variable)];
      names.define(variable, {.kind = Definition::Kind::assignment,
                              .value = call.node,
                              .type = known.empty() ? no_node : known.back().type,
                              .whole = call.node,
                              .unpacked = true});
    }
  }

  // (0, http.get)(url), as compilers write the call of what was imported: the last is called.
  [[nodiscard]] NodeId called(NodeId callee) const {
    const auto node = bare(facts, callee);
    if (node == no_node || facts.tree.kind(node) != "sequence_expression") return node;
    auto last = no_node;
    for (auto child = facts.tree.first_child(node); child != no_node; child = facts.tree.next_sibling(child))
      if (facts.tree[child].named) last = child;
    return bare(facts, last);
  }

  void add_call(NodeId node) {
    Call call{.node = node, .callee = called(facts.part(node, Part::callee))};
    call.function = names.frames.back().function;
    if (call.callee == no_node && facts.part(node, Part::name) != no_node) {
      // An object and a name instead of a callee: the call itself stands for it.
      call.callee = node;
      call.receiver = facts.part(node, Part::object);
      call.method = facts.text(facts.part(node, Part::name));
    } else if (call.callee != no_node && facts.role(call.callee) == Role::attribute) {
      call.receiver = facts.part(call.callee, Part::object);
      call.method = facts.text(facts.part(call.callee, Part::name));
    } else {
      call.method = facts.text(call.callee);
    }
    add_arguments(call, facts.part(node, Part::arguments));
    if (facts.traits().errors_are_values) define_outputs(call);
    facts.call_at[node] = static_cast<std::uint32_t>(facts.calls.size());
    names.current().calls.push_back(facts.calls.size());
    facts.calls.push_back(std::move(call));
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
      case Role::receiver:
        names.current().self = facts.text(facts.part(node, Part::name));
        receivers.push_back({names.frames.back().function, bare(facts, facts.part(node, Part::type))});
        return;
      default:
        return names.bind(node);
    }
  }

  // A method may stand before its type, or in another file than it.
  void link_receivers() {
    for (const auto& [id, type] : receivers) {
      auto& function = facts.functions[id];
      const auto name = facts.text(type);
      const auto known =
          std::find_if(facts.types.begin(), facts.types.end(), [&](auto& t) { return t.name == name; });
      function.type = static_cast<std::size_t>(known - facts.types.begin());
      if (known == facts.types.end()) facts.types.push_back({.name = name});
      facts.types[function.type].methods.emplace(function.name, id);
    }
  }
};

}  // namespace

void collect(Facts& facts) {
  facts.owner.assign(facts.tree.size(), 0);
  facts.call_at.assign(facts.tree.size(), nothing);
  facts.functions.push_back({});
  Collector collector{facts, {facts, {Frame{0, nothing, facts.tree.size()}}}};
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    while (collector.names.frames.size() > 1 && collector.names.frames.back().after <= i)
      collector.names.frames.pop_back();
    facts.owner[i] = static_cast<std::uint32_t>(collector.names.frames.back().function);
    collector.add(i);
  }
  collector.link_receivers();
  facts.functions[0].node = facts.functions[0].body = 0;
}

}  // namespace detectors::facts
