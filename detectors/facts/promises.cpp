#include "detectors/facts/promises.hpp"

#include <algorithm>

namespace detectors::facts {
namespace {

bool is_caught(const Facts& facts, NodeId id) {
  NodeId below = id;
  for (auto at = facts.tree[id].parent; at != no_node && facts.owner[at] == facts.owner[id];
       below = at, at = facts.tree[at].parent) {
    if (facts.role(at) != Role::try_ || facts.part(at, Part::body) != below) continue;
    for (auto child = facts.tree.first_child(at); child != no_node; child = facts.tree.next_sibling(child))
      if (facts.role(child) == Role::except) return true;
  }
  return false;
}

// work().catch(report), work().then(use, report): a failure is dealt with where it is waited for.
bool deals_with_failure(const Facts& facts, NodeId value) {
  const auto* call = facts.call(bare(facts, value));
  return call && (call->method == "catch" || (call->method == "then" && call->arguments.size() == 2));
}

bool is_own(const Facts& facts, const Function& function, NodeId id) {
  return facts.functions[facts.owner[id]].node == function.node;
}

bool is_awaiting_loop(const Facts& facts, NodeId id) {
  return facts.role(id) == Role::loop && facts.text(id).starts_with("for await");
}

NodeId given_back(const Facts& facts, NodeId statement) {
  for (auto child = facts.tree.first_child(statement); child != no_node;
       child = facts.tree.next_sibling(child))
    if (facts.tree[child].named && !facts.tree.kind(child).ends_with("comment")) return child;
  return no_node;
}

bool is_promised(const Facts& facts, NodeId value) {
  const auto* call = value == no_node ? nullptr : facts.call(bare(facts, value));
  return call && !deals_with_failure(facts, value);
}

// entry.loading ??= this.#fetch(entry); return entry.loading;
bool is_kept_promise(const Facts& facts, const Function& function, NodeId value) {
  const auto kept = value == no_node ? no_node : bare(facts, value);
  if (kept == no_node || (facts.role(kept) != Role::attribute && facts.role(kept) != Role::identifier))
    return false;
  for (NodeId i = function.body; i < kept; ++i) {
    const auto role = facts.role(i);
    if ((role != Role::assign && role != Role::augment) || !is_own(facts, function, i)) continue;
    const auto target = facts.part(i, Part::target);
    if (target != no_node && facts.text(target) == facts.text(kept) &&
        is_promised(facts, facts.part(i, Part::value)))
      return true;
  }
  return false;
}

}  // namespace

bool fails_later(const Facts& facts, const Function& function) {
  if (function.body == no_node) return false;
  if (facts.role(function.body) != Role::block && is_promised(facts, function.body)) return true;
  for (NodeId i = function.body; i < facts.tree[function.body].after; ++i) {
    if (!is_own(facts, function, i)) continue;
    const bool waits =
        (facts.role(i) == Role::await || is_awaiting_loop(facts, i)) && !is_caught(facts, i) &&
        !(facts.role(i) == Role::await && deals_with_failure(facts, facts.part(i, Part::value)));
    const auto given = facts.role(i) == Role::return_ ? given_back(facts, i) : no_node;
    if (waits || is_promised(facts, given) || is_kept_promise(facts, function, given)) return true;
  }
  return false;
}

bool gives_back(const Facts& facts, const Function& function) {
  if (function.body == no_node || facts.role(function.body) != Role::block) return true;
  for (NodeId i = function.body; i < facts.tree[function.body].after; ++i)
    if (facts.role(i) == Role::return_ && is_own(facts, function, i) && given_back(facts, i) != no_node)
      return true;
  return false;
}

namespace {

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> known) {
  return std::find(known.begin(), known.end(), text) != known.end();
}

}  // namespace

bool told_by_callback(const Facts& facts, const Call& call) {
  return std::any_of(call.arguments.begin(), call.arguments.end(), [&](const Argument& given) {
    const auto value = bare(facts, given.value);
    if (facts.role(value) == Role::identifier)
      return is_one_of(facts.text(value), {"callback", "cb", "done", "next", "func", "resolve", "reject"});
    const auto id = facts.role(value) == Role::lambda ? function_named_by(facts, value) : nothing;
    return id != nothing && !facts.functions[id].parameters.empty() &&
           is_one_of(facts.functions[id].parameters.front(), {"err", "error", "e", "er"});
  });
}

}  // namespace detectors::facts
