// Subjects about database rows: lazy loads in a loop, updates from an old value, inserts after a look.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/facts/checks.hpp"
#include "detectors/facts/sql.hpp"
#include "detectors/facts/words.hpp"
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
      if (call.target == nothing || !facts.tree.inside(call.node, loop)) continue;
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

namespace {

// Whether the value is made from the field's own old value, at once or through one variable.
bool made_from(const Facts& facts, NodeId value, std::string_view field) {
  for (NodeId i = value; i < facts.tree[value].after; ++i) {
    if (facts.role(i) == Role::attribute && facts.text(i) == field) return true;
    if (!is_reference(facts, i)) continue;
    const auto* known = definition(facts, i);
    if (!known || known->value == no_node || known->kind != Definition::Kind::assignment) continue;
    for (NodeId j = known->value; j < facts.tree[known->value].after; ++j)
      if (facts.role(j) == Role::attribute && facts.text(j) == field) return true;
  }
  return false;
}

// __mapper_args__ = {"version_id_col": …}: the update fails when another was first.
bool has_versioned_rows(const Facts& facts) {
  for (NodeId i = 0; i < facts.tree.size(); ++i)
    if (facts.role(i) == Role::string && facts.text(i).find("version_id_col") != std::string_view::npos)
      return true;
  return false;
}

bool has_arithmetic(const Facts& facts, NodeId expression) {
  std::vector<NodeId> open{expression};
  for (const auto name : references(facts, expression))
    if (const auto* known = definition(facts, name); known && known->value != no_node)
      open.push_back(known->value);
  return std::any_of(open.begin(), open.end(), [&](NodeId value) {
    for (NodeId i = value; i < facts.tree[value].after; ++i)
      if (facts.role(i) == Role::binary && i + 2 < facts.tree.size() &&
          facts.text(i).find('%') == std::string_view::npos)
        return true;
    return false;
  });
}

// cursor.execute("UPDATE … SET x = ?", (computed from what a SELECT gave,))
void find_sql_updates(const Facts& facts, std::vector<Candidate>& found) {
  for (const auto& call : facts.calls) {
    if (!facts.has(call.labels, "update") || !facts.has(call.labels, "sql") || call.arguments.size() < 2)
      continue;
    const auto values = call.arguments[1].value;
    const auto sql = sql_text(facts, call.arguments[0].value);
    const bool versioned = sql && sql->find("version") != std::string_view::npos;  // an optimistic lock
    if (!sql || versioned || !has_arithmetic(facts, values)) continue;
    for (const auto* behind : all_calls_behind(facts, values)) {
      if (!facts.has(behind->labels, "read") || behind->node > call.node) continue;
      Candidate candidate{.node = call.node, .call = &call, .origin = values, .name = shown(facts, values)};
      candidate.fields = {{"subject", shown(facts, call.node)}, {"field", "the column"}};
      candidate.because = {
          fmt::format("line {}: the old value is read without a lock", facts.line(behind->node)),
          fmt::format("line {}: it is changed and written back", facts.line(call.node))};
      found.push_back(std::move(candidate));
      break;
    }
  }
}

}  // namespace

void find_row_updates(const Facts& facts, std::vector<Candidate>& found) {
  if (has_versioned_rows(facts)) return;
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    const bool augmented = facts.role(i) == Role::augment;
    if (!augmented && facts.role(i) != Role::assign) continue;
    const auto target = facts.part(i, Part::target);
    const auto value = facts.part(i, Part::value);
    if (target == no_node || value == no_node || facts.role(target) != Role::attribute) continue;
    const auto root = root_of(facts, target);
    if (root == no_node || !is_row(facts, value_of(facts, root))) continue;
    if (!augmented && !made_from(facts, value, facts.text(target))) continue;
    Candidate candidate{.node = i, .origin = root, .name = field_name(facts, target)};
    candidate.loop = loop_around(facts, i);
    candidate.fields = {{"subject", shown(facts, i)}, {"field", shown(facts, target)}};
    const auto* known = definition(facts, root);
    candidate.because = {
        fmt::format("line {}: `{}` is read without a lock", facts.line(known->target), facts.text(root)),
        fmt::format("line {}: its new value is made from the old one", facts.line(i))};
    found.push_back(std::move(candidate));
  }
  find_sql_updates(facts, found);
}

namespace {

// The models that an expression names: Order in select(Order), session.get(Order, id), Order(…).
std::vector<std::string_view> models_behind(const Facts& facts, NodeId expression) {
  std::vector<std::string_view> models;
  const auto add = [&](NodeId value) {
    for (const auto name : references(facts, value))
      if (const auto text = facts.text(name); text.front() >= 'A' && text.front() <= 'Z')
        models.push_back(text);
  };
  add(expression);
  for (const auto index : calls_behind(facts, expression)) add(facts.calls[index].node);
  return models;
}

struct Check {
  NodeId branch;
  NodeId begin;  // where the act may stand
  NodeId end;
};

// What runs only when the looked-up row was not there.
std::optional<Check> absent_path(const Facts& facts, NodeId branch) {
  const auto condition = facts.part(branch, Part::condition);
  const auto body = facts.part(branch, Part::body);
  if (condition == no_node || body == no_node) return std::nullopt;
  const auto calls = calls_behind(facts, condition);
  const bool looks = std::any_of(calls.begin(), calls.end(), [&](auto i) {
    return facts.has(facts.calls[i].labels, "read") || facts.has(facts.calls[i].labels, "query");
  });
  if (!looks) return std::nullopt;
  if (asks_for_absence(facts, condition)) return Check{branch, body, facts.tree[body].after};
  if (!leaves_at_end(facts, body)) return std::nullopt;
  const auto& function = facts.functions[facts.owner[branch]];
  return Check{branch, facts.tree[branch].after, facts.tree[function.body].after};
}

bool inserts(const Facts& facts, const Call& call) { return facts.has(call.labels, "insert"); }

}  // namespace

void find_inserts_after_check(const Facts& facts, std::vector<Candidate>& found) {
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    if (facts.role(i) != Role::branch) continue;
    const auto check = absent_path(facts, i);
    if (!check) continue;
    const auto wanted = models_behind(facts, facts.part(i, Part::condition));
    for (const auto index : facts.functions[facts.owner[i]].calls) {
      const auto& call = facts.calls[index];
      if (call.node < check->begin || call.node >= check->end || !inserts(facts, call)) continue;
      const auto made = models_behind(facts, call.node);
      const auto shared = std::find_first_of(made.begin(), made.end(), wanted.begin(), wanted.end());
      if (shared == made.end()) continue;
      const auto condition = facts.part(i, Part::condition);
      Candidate candidate{.node = condition, .last = call.node, .call = &call, .origin = condition};
      candidate.name = std::string(*shared);
      candidate.fields = {{"model", candidate.name},
                          {"subject", shown(facts, call.node)},
                          {"check", shown(facts, condition)}};
      candidate.because = {
          fmt::format("line {}: looks whether there is a {}", facts.line(condition), *shared),
          fmt::format("line {}: acts on the answer", facts.line(call.node))};
      found.push_back(std::move(candidate));
      break;
    }
  }
}

}  // namespace detectors
