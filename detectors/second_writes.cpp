// Subject: writes that follow one another, each on a connection that commits by itself.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/facts/checks.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

// trx, { transaction: t }: what is handed on with it belongs to a transaction that was begun elsewhere.
bool names_transaction(const Facts& facts, NodeId expression) {
  if (expression == no_node) return false;
  for (NodeId i = expression; i < facts.tree[expression].after; ++i) {
    const auto text = facts.tree[i].after == i + 1 ? facts.text(i) : std::string_view{};
    if (text == "trx" || text == "tx" || text == "transacting") return true;
    const auto name =
        facts.role(i) == Role::pair ? facts.text(facts.part(i, Part::name)) : std::string_view{};
    if (name == "transaction" || name == "session") return true;
  }
  return false;
}

bool joins_transaction(const Facts& facts, const Call& call) {
  if (names_transaction(facts, call.node)) return true;
  const auto receiver = call.receiver == no_node ? no_node : root_of(facts, call.receiver);
  const auto* known = receiver == no_node ? nullptr : definition(facts, receiver);
  return known && known->kind == Definition::Kind::assignment && names_transaction(facts, known->value);
}

bool writes_alone(const Facts& facts, const Call& call) {
  const auto has = [&](auto label) { return facts.has(call.labels, label); };
  return has("autocommit") && (has("write") || has("insert") || has("update")) &&
         !joins_transaction(facts, call) && transaction_around(facts, call.node) == no_node;
}

// The two sides of `action === "delete"`; none where the condition is no such comparison.
std::pair<std::string_view, std::string_view> compared(const Facts& facts, NodeId branch) {
  const auto condition = bare(facts, facts.part(branch, Part::condition));
  if (condition == no_node || facts.role(condition) != Role::compare) return {};
  const auto text = facts.text(condition);
  const auto sign = text.find("==");
  if (sign == std::string_view::npos || facts.tree[condition].after == condition + 1) return {};
  NodeId last = no_node;
  for (auto child = facts.tree.first_child(condition); child != no_node;
       child = facts.tree.next_sibling(child))
    last = child;
  return {facts.text(facts.tree.first_child(condition)), facts.text(last)};
}

// if (action === "update") …; if (action === "delete") …: one value is never both.
bool exclude_each_other(const Facts& facts, NodeId branch, NodeId other) {
  if (facts.role(branch) != Role::branch || facts.role(other) != Role::branch) return false;
  const auto [left, right] = compared(facts, branch);
  const auto [same, value] = compared(facts, other);
  return !left.empty() && left == same && right != value;
}

// The ways through a function on which a node lies: the branches around it, and which arm of each.
std::vector<std::pair<NodeId, NodeId>> arms(const Facts& facts, NodeId id) {
  std::vector<std::pair<NodeId, NodeId>> result;
  NodeId below = id;
  for (auto at = facts.tree[id].parent; at != no_node && facts.owner[at] == facts.owner[id];
       at = facts.tree[at].parent) {
    if (facts.role(at) == Role::branch || facts.role(at) == Role::try_) result.emplace_back(at, below);
    if (facts.role(at) == Role::case_) result.emplace_back(facts.tree[at].parent, at);
    below = at;
  }
  return result;
}

// A return or a throw among the statements of the arm; those of a case stand beside its value.
bool leaves(const Facts& facts, NodeId arm) {
  if (facts.role(arm) != Role::case_) return leaves_at_end(facts, arm);
  for (auto child = facts.tree.first_child(arm); child != no_node; child = facts.tree.next_sibling(child))
    if (facts.role(child) != Role::break_ && leaves_at_end(facts, child)) return true;
  return false;
}

// Both run in one pass through the function: no branch has them in different arms, and the first is in none
// that leaves.
bool follows(const Facts& facts, const Call& first, const Call& second) {
  for (const auto& [branch, arm] : arms(facts, first.node)) {
    if (!facts.tree.inside(second.node, branch)) {
      const bool chosen = facts.role(branch) == Role::branch || facts.role(arm) == Role::case_;
      if (chosen && leaves(facts, arm)) return false;
      continue;
    }
    if (!facts.tree.inside(second.node, arm)) return false;
  }
  for (const auto& [branch, arm] : arms(facts, first.node))
    for (const auto& [other, its] : arms(facts, second.node))
      if (exclude_each_other(facts, branch, other)) return false;
  return std::none_of(facts.failures.begin(), facts.failures.end(), [&](const Failure& failure) {
    return failure.body != no_node && failure.kind != Failure::Kind::success &&
           (facts.tree.inside(second.node, failure.body) || facts.tree.inside(first.node, failure.body));
  });
}

}  // namespace

void find_second_writes(const Facts& facts, std::vector<Candidate>& found) {
  for (const auto& function : facts.functions) {
    std::vector<const Call*> writes;
    for (const auto index : function.calls)
      if (writes_alone(facts, facts.calls[index])) writes.push_back(&facts.calls[index]);
    for (std::size_t i = 1; i < writes.size(); ++i) {
      const auto& second = *writes[i];
      if (!follows(facts, *writes[i - 1], second)) continue;
      Candidate candidate{
          .node = second.node, .call = &second, .origin = second.node, .name = shown(facts, second.callee)};
      candidate.loop = loop_around(facts, second.node);
      candidate.fields = {{"subject", shown(facts, second.node)},
                          {"callee", candidate.name},
                          {"first", std::to_string(facts.line(writes[i - 1]->node))}};
      candidate.because = {
          fmt::format("line {}: the first write, committed by itself", facts.line(writes[i - 1]->node)),
          fmt::format("line {}: the second one", facts.line(second.node))};
      found.push_back(std::move(candidate));
      break;
    }
  }
}

}  // namespace detectors
