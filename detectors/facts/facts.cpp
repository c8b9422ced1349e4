#include "detectors/facts/facts.hpp"

#include <algorithm>
#include <unordered_set>

namespace detectors::facts {
namespace {

// How much of a value is looked at. More than a person writes; it bounds what a generated or hostile text
// costs.
constexpr std::size_t most_nodes_followed = 5'000;

}  // namespace

Facts gather(const source::SourceFile& file, syntax::Tree tree, const Lowering& lowering,
             const Tables& tables) {
  Facts facts;
  facts.file = &file;
  facts.tables = &tables;
  facts.nodes = lowering.lower(tree);
  facts.tree = std::move(tree);
  collect(facts);
  find_failures(facts);
  resolve(facts);
  return facts;
}

bool is_reference(const Facts& facts, NodeId identifier) {
  if (facts.role(identifier) != Role::identifier) return false;
  const auto parent = facts.tree[identifier].parent;
  if (parent == no_node) return true;
  const auto role = facts.role(parent);
  if (role == Role::attribute || role == Role::keyword || role == Role::parameter)
    return facts.part(parent, Part::name) != identifier;
  return true;
}

NodeId bare(const Facts& facts, NodeId expression) {
  while (expression != no_node &&
         (facts.role(expression) == Role::group || facts.role(expression) == Role::await))
    expression = facts.part(expression, Part::value);
  return expression;
}

namespace {

constexpr int most_definitions_tried = 64;

const Definition* last_before(const Facts& facts, const Function& function, std::string_view name,
                              std::size_t at) {
  const auto known = function.definitions.find(name);
  if (known == function.definitions.end()) return nullptr;
  const auto& all = known->second;
  const auto starts_after = [&](std::size_t place, const Definition& d) {
    return place < facts.tree[d.target].begin;
  };
  auto candidate = std::upper_bound(all.begin(), all.end(), at, starts_after);
  const Definition* best = candidate == all.begin() ? &all.front() : &*std::prev(candidate);
  for (int steps = 0; candidate != all.begin() && steps < most_definitions_tried; ++steps) {
    --candidate;
    if (candidate->kind == Definition::Kind::augmented) continue;
    if (facts.tree[candidate->whole].end <= at) return &*candidate;
  }
  return best->kind == Definition::Kind::augmented ? &all.front() : best;
}

const Definition* field_of_class(const Facts& facts, FunctionId function, std::string_view name) {
  for (auto at = function; at != 0; at = facts.functions[at].parent) {
    if (facts.functions[at].type == nothing) continue;
    const auto& fields = facts.types[facts.functions[at].type].fields;
    if (const auto known = fields.find(name); known != fields.end()) return &known->second.front();
  }
  return nullptr;
}

const Definition* comprehension_variable(const Facts& facts, NodeId identifier, std::string_view name) {
  const auto owner = facts.owner[identifier];
  for (auto at = facts.tree[identifier].parent; at != no_node && facts.owner[at] == owner;
       at = facts.tree[at].parent) {
    if (facts.role(at) != Role::comprehension) continue;
    const auto known = facts.functions[owner].definitions.find(name);
    if (known == facts.functions[owner].definitions.end()) return nullptr;
    for (const auto& candidate : known->second)
      if (candidate.kind == Definition::Kind::loop && facts.tree.inside(candidate.target, at))
        return &candidate;
  }
  return nullptr;
}

}  // namespace

const Definition* definition(const Facts& facts, NodeId identifier) {
  const auto name = facts.text(identifier);
  if (const auto* found = comprehension_variable(facts, identifier, name)) return found;
  const auto begin = facts.tree[identifier].begin;
  FunctionId at = facts.owner[identifier];
  if (const auto* found = last_before(facts, facts.functions[at], name, begin)) return found;
  while (at != 0) {
    at = facts.functions[at].parent;
    const auto known = facts.functions[at].definitions.find(name);
    if (known != facts.functions[at].definitions.end() && at != 0)
      return last_before(facts, facts.functions[at], name, begin);
    if (known != facts.functions[at].definitions.end()) return &known->second.back();
  }
  return facts.traits().bare_fields ? field_of_class(facts, facts.owner[identifier], name) : nullptr;
}

FunctionId function_named_by(const Facts& facts, NodeId expression) {
  auto node = bare(facts, expression);
  if (node != no_node && facts.role(node) == Role::identifier) {
    const auto* known = definition(facts, node);
    if (!known || known->value == no_node) return nothing;
    node = bare(facts, known->value);
  }
  if (node == no_node || (facts.role(node) != Role::lambda && facts.role(node) != Role::function))
    return nothing;
  const auto found = std::lower_bound(facts.functions.begin() + 1, facts.functions.end(), node,
                                      [](const Function& f, NodeId id) { return f.node < id; });
  return found != facts.functions.end() && found->node == node
             ? static_cast<std::size_t>(found - facts.functions.begin())
             : nothing;
}

std::vector<NodeId> statements_of(const Facts& facts, NodeId block) {
  std::vector<NodeId> result;
  if (block == no_node) return result;
  for (auto child = facts.tree.first_child(block); child != no_node; child = facts.tree.next_sibling(child)) {
    if (facts.tree.kind(child).ends_with("comment")) continue;
    if (facts.role(child) == Role::block && result.empty()) return statements_of(facts, child);
    if (facts.tree[child].named) result.push_back(child);
  }
  return result;
}

bool is_row(const Facts& facts, const Value& value) {
  return value.type != no_type && facts.tables->type(value.type).name == "row";
}

NodeId loop_around(const Facts& facts, NodeId id) {
  const auto owner = facts.owner[id];
  NodeId below = id;
  for (auto at = facts.tree[id].parent; at != no_node && facts.owner[at] == owner;
       at = facts.tree[at].parent) {
    const auto role = facts.role(at);
    if (role == Role::loop &&
        (facts.part(at, Part::body) == below || facts.part(at, Part::condition) == below))
      return at;
    // All of a comprehension is repeated but what its first loop goes over.
    if (role == Role::comprehension && !facts.tree.inside(id, facts.part(at, Part::iterable))) return at;
    below = at;
  }
  // A function that an iterator calls for each element is a loop of its own.
  const auto& function = facts.functions[owner];
  return function.lambda && facts.has(function.decorated, "loop") ? function.node : no_node;
}

const Call* call_around(const Facts& facts, NodeId id) {
  const auto list = facts.tree[id].parent;
  return list == no_node ? nullptr : facts.call(facts.tree[list].parent);
}

namespace {

// The call that a function is handed to, where it is written or by its name; nullptr when there is none.
const Call* handed_to(const Facts& facts, NodeId lambda) {
  for (auto at = facts.tree[lambda].parent; at != no_node; at = facts.tree[at].parent) {
    if (const auto* call = facts.call(at)) return call;
    if (facts.role(at) == Role::assign || facts.role(at) == Role::block) break;
  }
  for (const auto& call : facts.calls)
    for (const auto& given : call.arguments)
      if (facts.role(given.value) == Role::identifier &&
          bare(facts, definition(facts, given.value) ? definition(facts, given.value)->value : no_node) ==
              lambda)
        return &call;
  return nullptr;
}

}  // namespace

NodeId loop_iterable(const Facts& facts, NodeId loop) {
  if (facts.role(loop) != Role::lambda) return facts.part(loop, Part::iterable);
  const auto* call = handed_to(facts, loop);
  if (!call) return no_node;
  // map(rows, each), and rows.map(each): what comes before the function is what it goes over.
  const bool named_first =
      call->arguments.size() > 1 && facts.role(call->arguments.front().value) != Role::lambda;
  const auto first = named_first ? call->arguments.front().value : no_node;
  return first != no_node && bare(facts, first) != loop && function_named_by(facts, first) == nothing
             ? first
             : call->receiver;
}

NodeId loop_body(const Facts& facts, NodeId loop) { return facts.part(loop, Part::body); }

NodeId enclosing(const Facts& facts, NodeId id, Role role) {
  const auto owner = facts.owner[id];
  for (auto at = facts.tree[id].parent; at != no_node && facts.owner[at] == owner; at = facts.tree[at].parent)
    if (facts.role(at) == role) return at;
  return no_node;
}

NodeId statement_of(const Facts& facts, NodeId id) {
  while (id != no_node) {
    const auto parent = facts.tree[id].parent;
    if (parent == no_node || facts.role(parent) == Role::block || facts.role(parent) == Role::module)
      return id;
    id = parent;
  }
  return id;
}

std::vector<NodeId> references(const Facts& facts, NodeId id) {
  std::vector<NodeId> result;
  if (id == no_node) return result;
  const auto end = std::min<std::size_t>(facts.tree[id].after, id + most_nodes_followed);
  for (NodeId i = id; i < end; ++i)
    if (is_reference(facts, i)) result.push_back(i);
  return result;
}

namespace {

constexpr std::size_t most_values_followed = 64;

}  // namespace

std::vector<NodeId> values_behind(const Facts& facts, NodeId expression) {
  std::vector<NodeId> found{expression};
  std::size_t nodes = 0;
  for (std::size_t next = 0; next < found.size() && nodes < most_nodes_followed; ++next) {
    nodes += facts.tree[found[next]].after - found[next];
    for (const auto name : references(facts, found[next])) {
      const auto* known = definition(facts, name);
      if (!known || known->value == no_node || found.size() >= most_values_followed) continue;
      const bool carries = known->kind == Definition::Kind::assignment ||
                           known->kind == Definition::Kind::with || known->kind == Definition::Kind::loop;
      if (carries && std::find(found.begin(), found.end(), known->value) == found.end())
        found.push_back(known->value);
    }
  }
  return found;
}

std::vector<std::size_t> calls_behind(const Facts& facts, NodeId expression) {
  std::vector<std::size_t> calls;
  if (expression == no_node) return calls;
  for (const auto value : values_behind(facts, expression))
    for (NodeId i = value; i < std::min<std::size_t>(facts.tree[value].after, value + most_nodes_followed);
         ++i)
      if (facts.call_at[i] != nothing &&
          std::find(calls.begin(), calls.end(), facts.call_at[i]) == calls.end())
        calls.push_back(facts.call_at[i]);
  return calls;
}

bool depends_on_loop(const Facts& facts, NodeId expression, NodeId loop) {
  const auto target = facts.part(loop, facts.role(loop) == Role::lambda ? Part::parameters : Part::target);
  if (expression == no_node || target == no_node) return false;
  std::vector<NodeId> open{expression};
  for (std::size_t next = 0; next < open.size(); ++next)
    for (const auto name : references(facts, open[next])) {
      const auto* known = definition(facts, name);
      if (!known) continue;
      if (facts.tree.inside(known->target, target)) return true;
      const bool here = facts.tree.inside(known->target, loop) && known->value != no_node;
      if (here && open.size() < most_values_followed &&
          std::find(open.begin(), open.end(), known->value) == open.end())
        open.push_back(known->value);
    }
  return false;
}

}  // namespace detectors::facts
