#include "detectors/passes.hpp"

#include <algorithm>

#include "detectors/facts/checks.hpp"

namespace detectors {

using namespace facts;

namespace {

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

}  // namespace

bool follows(const Facts& facts, NodeId first, NodeId second) {
  for (const auto& [branch, arm] : arms(facts, first)) {
    if (!facts.tree.inside(second, branch)) {
      const bool chosen = facts.role(branch) == Role::branch || facts.role(arm) == Role::case_;
      if (chosen && leaves(facts, arm)) return false;
      continue;
    }
    if (!facts.tree.inside(second, arm)) return false;
  }
  for (const auto& [branch, arm] : arms(facts, first))
    for (const auto& [other, its] : arms(facts, second))
      if (exclude_each_other(facts, branch, other)) return false;
  return std::none_of(facts.failures.begin(), facts.failures.end(), [&](const Failure& failure) {
    return failure.body != no_node && failure.kind != Failure::Kind::success &&
           (facts.tree.inside(second, failure.body) || facts.tree.inside(first, failure.body));
  });
}

}  // namespace detectors
