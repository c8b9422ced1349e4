// Subjects about database rows: updates from an old value, inserts after a look.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/facts/checks.hpp"
#include "detectors/facts/sql.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

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
    Candidate candidate{
        .node = i, .origin = root, .name = std::string(facts.text(facts.part(target, Part::name)))};
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
