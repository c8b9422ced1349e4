// Subject: fields of a row that are set from their own old value.
#include <fmt/format.h>

#include <algorithm>

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
    if (facts.role(i) == Role::string && (facts.text(i).find("version_id_col") != std::string_view::npos))
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

// The values that an update writes: what is passed beside its statement.
std::vector<NodeId> written_values(const Facts& facts, const Call& call) {
  const auto statement = facts.has(call.labels, "sql") ? statement_argument(call) : no_node;
  std::vector<NodeId> values;
  for (const auto& given : call.arguments)
    if (given.value != statement) values.push_back(given.value);
  return values;
}

// UPDATE … SET x = x + ? adds in the database; WHERE … version = ? is an optimistic lock.
bool is_safe_update(const Facts& facts, const Call& call) {
  if (!facts.has(call.labels, "sql")) return false;
  const auto sql = sql_text(facts, statement_argument(call));
  return !sql || sql->text.find("version") != std::string::npos;
}

// cursor.execute("UPDATE … SET x = ?", (computed from what a SELECT gave,))
void find_sql_updates(const Facts& facts, std::vector<Candidate>& found) {
  for (const auto& call : facts.calls) {
    if (!facts.has(call.labels, "update") || is_safe_update(facts, call)) continue;
    for (const auto values : written_values(facts, call)) {
      if (!has_arithmetic(facts, values)) continue;
      const auto behind = all_calls_behind(facts, values);
      const auto read = std::find_if(behind.begin(), behind.end(), [&](const Call* other) {
        return facts.has(other->labels, "read") && other->node < call.node &&
               other->function == call.function;
      });
      if (read == behind.end()) continue;
      Candidate candidate{.node = call.node, .call = &call, .origin = values, .name = shown(facts, values)};
      candidate.fields = {{"subject", shown(facts, call.node)}, {"field", "the column"}};
      candidate.because = {
          fmt::format("line {}: the old value is read without a lock", facts.line((*read)->node)),
          fmt::format("line {}: it is changed and written back", facts.line(call.node))};
      found.push_back(std::move(candidate));
      break;
    }
  }
}

// Whether a later call stores the object: repo.save(account), account.save(), db.Save(&account).
bool is_saved(const Facts& facts, NodeId object, NodeId after) {
  const auto names = [&](NodeId expression) {
    const auto root = expression == no_node ? no_node : root_of(facts, expression);
    return root != no_node && facts.text(root) == facts.text(object);
  };
  for (const auto index : facts.functions[facts.owner[object]].calls) {
    const auto& call = facts.calls[index];
    if (call.node < after || !facts.has(call.labels, "saves")) continue;
    if (call.arguments.empty() ? names(call.receiver) : names(call.arguments.front().value)) return true;
  }
  return false;
}

// The object is what a query gave, and it is stored later.
bool is_read_and_saved(const Facts& facts, NodeId object) {
  const auto* known = definition(facts, object);
  if (!known || known->value == no_node || known->kind != Definition::Kind::assignment) return false;
  const auto calls = calls_behind(facts, known->value);
  const bool read = std::any_of(calls.begin(), calls.end(), [&](auto index) {
    return facts.has(facts.calls[index].labels, "reads-rows");
  });
  return read && is_saved(facts, object, object);
}

// account.setBalance(account.getBalance().subtract(amount))
void find_setters(const Facts& facts, std::vector<Candidate>& found) {
  for (const auto& call : facts.calls) {
    const auto object = call.receiver == no_node ? no_node : root_of(facts, call.receiver);
    if (object == no_node || !call.method.starts_with("set") || call.arguments.size() != 1) continue;
    const auto value = call.arguments.front().value;
    const auto getter = "get" + std::string(call.method.substr(3));
    const auto calls = calls_behind(facts, value);
    const bool own = std::any_of(calls.begin(), calls.end(), [&](auto index) {
      const auto& other = facts.calls[index];
      return other.method == getter && other.receiver != no_node &&
             facts.text(other.receiver) == facts.text(object);
    });
    const bool computed = calls.size() > 1 || has_arithmetic(facts, value);
    if (!own || !computed || !is_read_and_saved(facts, object)) continue;
    Candidate candidate{
        .node = call.node, .call = &call, .origin = object, .name = std::string(call.method.substr(3))};
    candidate.fields = {{"subject", shown(facts, call.node)}, {"field", candidate.name}};
    candidate.because = {
        fmt::format("line {}: its new value is made from the old one", facts.line(call.node))};
    found.push_back(std::move(candidate));
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
    if (root == no_node || !(is_row(facts, value_of(facts, root)) || is_read_and_saved(facts, root)))
      continue;
    const bool toggles = facts.role(bare(facts, value)) == Role::not_;
    if (!augmented && (toggles || !made_from(facts, value, facts.text(target)))) continue;
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
  find_setters(facts, found);
}

}  // namespace detectors
