// Subject: inserts that stand on a look whether the row is there.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/facts/checks.hpp"
#include "detectors/facts/sql.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

// The tables of a statement: what stands behind FROM, INTO, UPDATE.
void add_tables(const Facts& facts, const Call& call, std::vector<std::string>& models) {
  const auto statement = facts.has(call.labels, "sql") ? statement_argument(call) : no_node;
  const auto sql = statement == no_node ? std::nullopt : sql_text(facts, statement);
  if (!sql) return;
  const auto text = facts::lowered(std::string_view(sql->text).substr(0, 4000));
  for (const std::string_view word : {"from ", "into ", "update "})
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      const auto begin = text.find_first_not_of(" \n\t\"", at + word.size());
      if (begin == std::string::npos) break;
      const auto end = text.find_first_of(" \n\t\"(),;`", begin);
      if (text[begin] != '?')
        models.push_back(text.substr(begin, end - begin));  // a name that is put together
    }
}

// The models that an expression names: Order in select(Order), session.get(Order, id), Order(…); prisma.order
// in prisma.order.create(…); the tables of its SQL. A library's type is a way to the rows, none of them.
std::vector<std::string> models_behind(const Facts& facts, NodeId expression) {
  std::vector<std::string> models;
  const auto add = [&](NodeId value) {
    for (const auto name : references(facts, value))
      if (const auto text = facts.text(name); text.front() >= 'A' && text.front() <= 'Z')
        models.emplace_back(text);
      else if (const auto* known = definition(facts, name);
               known && known->type != no_node && value_of(facts, name).type == no_type)
        for (const auto type : references(facts, known->type))
          if (facts.text(type).front() >= 'A' && facts.text(type).front() <= 'Z')
            models.emplace_back(facts.text(type));
  };
  add(expression);
  for (const auto index : calls_behind(facts, expression)) {
    const auto& call = facts.calls[index];
    add(call.node);
    add_tables(facts, call, models);
    const bool of_one_model = facts.has(call.labels, "of-its-receiver") && call.receiver != no_node;
    if (of_one_model) models.emplace_back(facts.text(call.receiver));
  }
  return models;
}

struct Check {
  NodeId branch;
  NodeId begin;  // where the act may stand
  NodeId end;
};

bool goes_on_with_loop(const Facts& facts, NodeId block) {
  const auto statements = statements_of(facts, block);
  return !statements.empty() && facts.role(statements.back()) == Role::continue_;
}

// if err != nil { return err }: the look itself failed; that says nothing of the row.
bool asks_whether_it_failed(const Facts& facts, NodeId branch) {
  return facts.traits().errors_are_values &&
         std::any_of(facts.failures.begin(), facts.failures.end(), [&](const Failure& failure) {
           return failure.node == branch && failure.kind == Failure::Kind::branch;
         });
}

// if sheet.mode not in (1, 2), if late and not jobs: asks something else of a row that is there.
bool asks_otherwise(const Facts& facts, NodeId condition) {
  if (!facts.traits().first_is_self) return false;
  for (NodeId i = condition; i < facts.tree[condition].after; ++i) {
    if (facts.role(i) == Role::not_) return true;
    if (facts.role(i) != Role::compare) continue;
    const auto text = facts.text(i);
    const auto ends = [&](std::string_view sign) { return text.ends_with(sign); };
    if (!ends(" None") && !ends("> 0") && !ends(">= 1") && !ends("!= 0")) return true;
  }
  return false;
}

// What runs only when the looked-up row was not there.
std::optional<Check> absent_path(const Facts& facts, NodeId branch) {
  const auto condition = facts.part(branch, Part::condition);
  const auto body = facts.part(branch, Part::body);
  if (condition == no_node || body == no_node) return std::nullopt;
  const auto calls = calls_behind(facts, condition);
  const bool looks = std::any_of(calls.begin(), calls.end(), [&](auto i) {
    const auto& labels = facts.calls[i].labels;
    return (facts.has(labels, "read") || facts.has(labels, "query")) && !facts.has(labels, "write");
  });
  if (!looks) return std::nullopt;
  if (asks_for_absence(facts, condition)) return Check{branch, body, facts.tree[body].after};
  if (!leaves_at_end(facts, body) || asks_whether_it_failed(facts, branch)) return std::nullopt;
  if (asks_otherwise(facts, condition)) return std::nullopt;
  const auto& function = facts.functions[facts.owner[branch]];
  // if seen { continue }: only the rest of this round stands on it.
  const auto loop = goes_on_with_loop(facts, body) ? loop_around(facts, branch) : no_node;
  const auto end = facts.tree[loop == no_node ? function.body : loop].after;
  return Check{branch, facts.tree[branch].after, end};
}

// repository.save(user), where the user is a row that was read: it is there, and is changed.
bool saves_read_row(const Facts& facts, const Call& call) {
  if (!facts.has(call.labels, "saves") || call.arguments.empty()) return false;
  const auto value = bare(facts, call.arguments.front().value);
  const auto* known = facts.role(value) == Role::identifier ? definition(facts, value) : nullptr;
  if (!known || known->kind != Definition::Kind::assignment || known->value == no_node) return false;
  const auto made = bare(facts, known->value);
  const auto* maker = facts.call(made);
  if (maker && maker->method == "create") return false;
  const auto calls = calls_behind(facts, made);
  return std::any_of(calls.begin(), calls.end(),
                     [&](auto index) { return facts.has(facts.calls[index].labels, "reads-rows"); });
}

bool inserts(const Facts& facts, const Call& call) {
  return facts.has(call.labels, "insert") && !saves_read_row(facts, call);
}

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
      candidate.name = *shared;
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
