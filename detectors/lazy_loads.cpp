// Subject: relations of a row that are loaded one by one in a loop.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

std::string field_name(const Facts& facts, NodeId attribute) {
  return std::string(facts.text(facts.part(attribute, Part::name)));
}

bool is_called(const Facts& facts, NodeId id) {
  const auto parent = facts.tree[id].parent;
  return parent != no_node && facts.role(parent) == Role::call && facts.part(parent, Part::callee) == id;
}

bool is_assigned(const Facts& facts, NodeId id) {
  const auto parent = facts.tree[id].parent;
  return parent != no_node && (facts.role(parent) == Role::assign || facts.role(parent) == Role::augment) &&
         facts.part(parent, Part::target) == id;
}

// What reads all of v.items and so cannot be a plain column.
bool goes_over(const Facts& facts, NodeId relation) {
  const auto parent = facts.tree[relation].parent;
  if (parent == no_node) return false;
  const auto role = facts.role(parent);
  if (role == Role::loop || role == Role::comprehension)
    return facts.part(parent, Part::iterable) == relation;
  const auto grand = facts.tree[parent].parent;
  const auto* call = grand == no_node ? nullptr : facts.call(grand);
  return call && call->callee != relation &&
         (call->name == "len" || call->name == "list" || call->name == "sorted");
}

// The relation `v.a` of a chain v.a.b that is read as a value, or of an iteration over v.a.
NodeId relation_read(const Facts& facts, NodeId id) {
  if (facts.role(id) != Role::attribute || is_assigned(facts, id)) return no_node;
  const auto object = facts.part(id, Part::object);
  if (facts.role(object) == Role::identifier) return goes_over(facts, id) ? id : no_node;
  const bool chain = facts.role(object) == Role::attribute &&
                     facts.role(facts.part(object, Part::object)) == Role::identifier;
  return chain && !is_called(facts, id) ? object : no_node;
}

struct Reader {
  const Facts& facts;
  std::vector<Candidate>& found;

  void add(NodeId loop, NodeId node, NodeId relation, std::string_view last, const std::string& how) {
    const auto name = field_name(facts, relation);
    Candidate candidate{.node = node, .loop = loop, .origin = facts.part(loop, Part::iterable)};
    candidate.guard_name = name;
    candidate.name = name + " " + std::string(last);
    candidate.fields = {
        {"subject", shown(facts, node)}, {"relation", name}, {"iterable", shown(facts, candidate.origin)}};
    candidate.because = {fmt::format("line {}: the loop goes over rows of `{}`", facts.line(loop),
                                     shown(facts, candidate.origin)),
                         how};
    found.push_back(std::move(candidate));
  }

  // Reads within [begin, end) that start at the variable of `target`.
  void read(NodeId loop, NodeId begin, NodeId end, NodeId target, const Call* through) {
    for (NodeId i = begin; i < end; ++i) {
      const auto relation = relation_read(facts, i);
      if (relation == no_node) continue;
      const auto* known = definition(facts, facts.part(relation, Part::object));
      if (!known || known->target != target) continue;
      const auto how =
          fmt::format("line {}: `{}` is loaded when it is first read", facts.line(i), shown(facts, relation));
      add(loop, through ? through->node : i, relation, relation == i ? "" : field_name(facts, i), how);
    }
  }

  // serialize(order) in the loop reads order.customer.name one helper down.
  void read_helpers(NodeId loop, NodeId target) {
    for (const auto& call : facts.calls) {
      const bool again = call.target == facts.owner[loop];  // down a tree
      if (call.target == nothing || again || !facts.tree.inside(call.node, loop)) continue;
      const auto& helper = facts.functions[call.target];
      for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const auto value = bare(facts, call.arguments[i].value);
        if (value == no_node || facts.role(value) != Role::identifier) continue;
        const auto* known = definition(facts, value);
        if (!known || known->target != target) continue;
        const auto* parameter = parameter_of(helper, call, i);
        if (parameter && helper.body != no_node)
          read(loop, helper.body, facts.tree[helper.body].after, parameter->target, &call);
      }
    }
  }

  static const Definition* parameter_of(const Function& function, const Call& call, std::size_t index) {
    const Definition* nearest = nullptr;
    std::vector<const Definition*> parameters;
    for (const auto& [name, all] : function.definitions)
      if (all.front().kind == Definition::Kind::parameter && name != function.self)
        parameters.push_back(&all.front());
    std::sort(parameters.begin(), parameters.end(), [](auto* a, auto* b) { return a->target < b->target; });
    for (const auto* parameter : parameters)
      if (parameter->name == call.arguments[index].name) return parameter;
    if (call.arguments[index].name.empty() && index < parameters.size()) nearest = parameters[index];
    return nearest;
  }
};

}  // namespace

void find_lazy_loads(const Facts& facts, std::vector<Candidate>& found) {
  Reader reader{facts, found};
  for (NodeId loop = 0; loop < facts.tree.size(); ++loop) {
    if (facts.role(loop) != Role::loop && facts.role(loop) != Role::comprehension) continue;
    const auto target = facts.part(loop, Part::target);
    if (target == no_node || facts.role(target) != Role::identifier) continue;
    const auto* known = definition(facts, target);
    const auto iterable = value_of(facts, facts.part(loop, Part::iterable));
    if (!known || iterable.type == no_type) continue;
    if (!is_row(facts, {.type = facts.tables->type(iterable.type).elements})) continue;
    reader.read(loop, loop, facts.tree[loop].after, target, nullptr);
    reader.read_helpers(loop, target);
  }
}

}  // namespace detectors
