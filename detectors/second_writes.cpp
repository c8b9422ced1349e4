// Subject: writes that follow one another, each on a connection that commits by itself.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/facts/checks.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

bool writes_alone(const Facts& facts, const Call& call) {
  const auto has = [&](auto label) { return facts.has(call.labels, label); };
  return has("autocommit") && (has("write") || has("insert") || has("update")) &&
         transaction_around(facts, call.node) == no_node;
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
