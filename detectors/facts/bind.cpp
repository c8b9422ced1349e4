#include <algorithm>

#include "detectors/facts/collect.hpp"

namespace detectors::facts {

std::string_view unquoted(std::string_view literal) {
  const auto begin = literal.find_first_of("\"'`");
  const auto end = literal.find_last_of("\"'`");
  if (begin == std::string_view::npos || end <= begin) return literal;
  return literal.substr(begin + 1, end - begin - 1);
}

NodeId require_of(const Facts& facts, NodeId value) {
  auto node = value == no_node ? no_node : bare(facts, value);
  for (int wrapped = 0; wrapped < 2 && node != no_node && facts.role(node) == Role::call; ++wrapped) {
    const auto callee = facts.part(node, Part::callee);
    const auto name = facts.text(callee);
    if (name == "require") return node;
    // What compilers put around it: __importDefault(require("pg")), _interopRequireDefault(…)
    const bool wraps = callee != no_node && (name.find("__import") != std::string_view::npos ||
                                             name.find("nterop") != std::string_view::npos);
    const auto arguments = wraps ? facts.part(node, Part::arguments) : no_node;
    node = arguments == no_node ? no_node : facts.tree.first_child(arguments);
    while (node != no_node && !facts.tree[node].named) node = facts.tree.next_sibling(node);
  }
  return no_node;
}

std::string_view Binder::self_name() {
  for (auto at = frames.back().function; at != 0; at = facts.functions[at].parent)
    if (!facts.functions[at].self.empty()) return facts.functions[at].self;
  return "";
}

std::size_t Binder::own_type() {
  for (auto at = frames.back().function; at != 0; at = facts.functions[at].parent)
    if (facts.functions[at].type != nothing) return facts.functions[at].type;
  return nothing;
}

void Binder::define_name(const Definition& definition) {
  if (frames.back().type != nothing)
    facts.types[frames.back().type].fields[definition.name].push_back(definition);
  else
    current().definitions[definition.name].push_back(definition);
}

void Binder::define(NodeId target, Definition definition) {
  if (target == no_node) return;
  target = bare(facts, target);
  const auto role = facts.role(target);
  if (role == Role::collection) return define_parts(target, definition);
  if (role == Role::attribute && facts.text(facts.part(target, Part::object)) == self_name() &&
      own_type() != nothing) {
    definition.target = target;
    definition.name = facts.text(facts.part(target, Part::name));
    facts.types[own_type()].fields[definition.name].push_back(definition);
    return;
  }
  if (role != Role::identifier) return;
  definition.target = target;
  definition.name = facts.text(target);
  define_name(definition);
}

// What a name of a pattern stands for where the value has no such part.
bool Binder::is_default(NodeId node) const {
  const auto parent = facts.tree[node].parent;
  return parent != no_node && facts.role(parent) == Role::parameter &&
         facts.part(parent, Part::value) == node;
}

// a, b = x, y binds pairwise; of `rows, err := db.Query(…)` the first is the value, where errors are values.
void Binder::define_parts(NodeId target, Definition definition) {
  std::vector<NodeId> targets;
  std::vector<NodeId> values;
  const auto parts = [&](NodeId whole, std::vector<NodeId>& to) {
    for (auto child = facts.tree.first_child(whole); child != no_node; child = facts.tree.next_sibling(child))
      if (facts.role(child) != Role::none_) to.push_back(child);
  };
  parts(target, targets);
  const auto value = definition.value == no_node ? no_node : bare(facts, definition.value);
  if (value != no_node && facts.role(value) == Role::collection) parts(value, values);
  const bool pairwise = values.size() == targets.size() && definition.kind != Definition::Kind::loop;
  const bool first_is_value =
      facts.traits().errors_are_values && definition.kind == Definition::Kind::assignment;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    auto each = definition;
    if (pairwise) each.value = values[i];
    each.unpacked = !pairwise && !(first_is_value && i == 0);
    // In Go a loop's second variable is the element.
    if (definition.kind == Definition::Kind::loop && facts.traits().errors_are_values) each.unpacked = i == 0;
    for (NodeId j = targets[i]; j < facts.tree[targets[i]].after; ++j) {
      const auto role = facts.role(j);
      if (role == Role::attribute || role == Role::subscript) {
        if (role == Role::attribute && j == targets[i]) define(j, each);
        j = facts.tree[j].after - 1;
        continue;
      }
      if (role == Role::pair) {  // { name: local }: the name is none of ours
        j = std::max(j, facts.part(j, Part::value) - 1);
        continue;
      }
      if (is_default(j)) {  // { name = value }
        j = facts.tree[j].after - 1;
        continue;
      }
      if (role != Role::identifier) continue;
      each.target = j;
      each.name = facts.text(j);
      define_name(each);
    }
  }
}

void Binder::add_parameter(Function& function, NodeId name, const Definition& definition, bool field) {
  auto each = definition;
  each.target = name;
  each.name = facts.text(name);
  if (facts.traits().first_is_self && function.type != nothing && function.definitions.empty())
    function.self = each.name;
  else
    function.parameters.push_back(each.name);
  function.definitions[each.name].push_back(each);
  if (field && function.type != nothing) facts.types[function.type].fields[each.name].push_back(each);
}

void Binder::add_parameters(Function& function, NodeId parameters) {
  if (parameters == no_node) return;
  if (facts.role(parameters) == Role::identifier)
    return add_parameter(function, parameters, {.kind = Definition::Kind::parameter, .whole = parameters},
                         false);
  for (auto child = facts.tree.first_child(parameters); child != no_node;
       child = facts.tree.next_sibling(child)) {
    if (facts.role(child) == Role::none_) continue;
    Definition definition{.kind = Definition::Kind::parameter, .whole = child};
    auto skipped = no_node;
    if (facts.role(child) == Role::parameter) {
      definition.type = facts.part(child, Part::type);
      skipped = facts.part(child, Part::value);
    }
    const auto name = facts.part(child, Part::name);
    definition.unpacked = name != no_node && facts.role(name) == Role::collection;
    for (NodeId i = child; i < facts.tree[child].after; ++i) {
      if (i == definition.type || i == skipped || is_default(i) || facts.role(i) == Role::decorator) {
        i = facts.tree[i].after - 1;
        continue;
      }
      if (facts.role(i) == Role::identifier) add_parameter(function, i, definition, facts.nodes[child].own);
    }
  }
}

void Binder::add_import(NodeId node) {
  const auto alias = facts.part(node, Part::alias);
  const bool from = facts.role(node) == Role::import_from;
  const auto bound = alias != no_node ? alias : facts.part(node, from ? Part::name : Part::module);
  if (bound == no_node) return;
  auto name = facts.text(bound);
  if (!from && alias == no_node) {
    const auto path = unquoted(name);
    // "github.com/jackc/pgx/v5" is known as pgx; a.b as a.
    name = path.size() == name.size() ? name.substr(0, name.find('.')) : path.substr(path.rfind('/') + 1);
    if (path.size() != facts.text(bound).size() && name.size() < path.size() && name.front() == 'v' &&
        name.find_first_not_of("0123456789", 1) == std::string_view::npos) {
      const auto above = path.substr(0, path.size() - name.size() - 1);
      name = above.substr(above.rfind('/') + 1);
    }
    if (const auto dot = name.find('.'); dot != std::string_view::npos) name = name.substr(0, dot);
  }
  define_name(
      {.kind = Definition::Kind::import, .name = name, .target = bound, .value = node, .whole = node});
}

void Binder::add_assignment(NodeId node) {
  const auto value = facts.part(node, Part::value);
  const auto import = require_of(facts, value);
  define(facts.part(node, Part::target),
         {.kind = import != no_node ? Definition::Kind::import : Definition::Kind::assignment,
          .value = import != no_node ? import : value,
          .type = facts.part(node, Part::type),
          .whole = node});
}

void Binder::bind(NodeId node) {
  switch (facts.role(node)) {
    case Role::import:
    case Role::import_from:
      return add_import(node);
    case Role::as: {
      const auto parent = facts.tree[node].parent;
      const bool with = parent != no_node && facts.role(parent) == Role::with_item;
      return define(facts.part(node, Part::alias),
                    {.kind = with ? Definition::Kind::with : Definition::Kind::except,
                     .value = with ? facts.part(node, Part::value) : no_node,
                     .whole = node});
    }
    case Role::except:
      return define(facts.part(node, Part::name),
                    {.kind = Definition::Kind::except, .whole = facts.part(node, Part::name)});
    case Role::assign:
      return add_assignment(node);
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

}  // namespace detectors::facts
