// Who closes what was opened, and which ways out of the function lead past that.
#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/resource.hpp"

namespace detectors::opened {

bool Resource::names_release(std::string_view method) const {
  return std::find(by.begin(), by.end(), method) != by.end();
}

bool Resource::releases(NodeId reference) const {
  auto at = facts.tree[reference].parent;
  const auto whole = at == no_node ? no_node : facts.tree[at].parent;
  if (const auto* taker = whole == no_node ? nullptr : facts.call(whole);
      taker && facts.part(whole, Part::arguments) == at && names_release(taker->method) &&
      taker->receiver != no_node && facts.text(taker->receiver) == facts.text(call.receiver))
    return true;
  while (at != no_node && facts.role(at) == Role::attribute) at = facts.tree[at].parent;
  if (closed_by_helper(at)) return true;
  const auto* method = at == no_node ? nullptr : facts.call(at);
  if (method && method->callee == at && method->receiver != reference)
    return false;  // an argument of the call
  return method && method->receiver != no_node && names_release(method->method);
}

bool Resource::closes_something(FunctionId id) const {
  const auto body = facts.functions[id].node;  // a deferred function in it closes as well
  return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const Call& each) {
    return names_release(each.method) && facts.tree.inside(each.node, body);
  });
}

bool Resource::closed_by_helper(NodeId arguments) const {
  const auto whole = arguments == no_node ? no_node : facts.tree[arguments].parent;
  const auto* taker = whole == no_node ? nullptr : facts.call(whole);
  if (!facts.traits().errors_are_values || !taker || facts.part(whole, Part::arguments) != arguments)
    return false;
  if (taker->target != nothing && closes_something(taker->target)) return true;
  return has_any_phrase(taker->method, {"close", "closing", "closes", "drain", "cleanup"});
}

bool Resource::asks_why_it_failed(NodeId branch) const {
  const auto condition = facts.part(branch, Part::condition);
  if (!facts.traits().errors_are_values || condition == no_node) return false;
  const auto text = facts.text(condition);
  const auto name = facts.text(target);  // if resp.Body == nil
  if (text.starts_with(name) && text.ends_with("== nil")) return true;
  if (text.find("nil") != std::string_view::npos && !text.ends_with(" != nil")) return false;
  for (const auto name : references(facts, condition))
    if (const auto* known = definition(facts, name); known && known->value != no_node && known->unpacked)
      if (facts.text(name) != facts.text(target) && facts.tree.inside(call.node, known->value)) return true;
  return false;
}

bool Resource::is_case_of_failure(NodeId at) const {
  const auto text = facts.text(at);
  if (!facts.traits().errors_are_values || !text.starts_with("case ")) return false;
  const auto colon = facts.tree[at].begin + text.find(':');
  for (const auto name : references(facts, at))
    if (const auto* known = definition(facts, name); facts.tree[name].begin < colon && known)
      if (known->unpacked && known->target != target && known->value != no_node &&
          facts.tree.inside(call.node, known->value))
        return true;
  return false;
}

bool Resource::closed_by_checker(const Failure& failure) const {
  const auto* checker = failure.tried == no_node ? nullptr : facts.call(bare(facts, failure.tried));
  if (!checker || checker->target == nothing) return false;
  const bool takes = std::any_of(checker->arguments.begin(), checker->arguments.end(),
                                 [&](const Argument& given) { return is_ours(given.value); });
  return takes && closes_something(checker->target);
}

NodeId Resource::past_failure_to_open(NodeId at) const {
  if (facts.role(at) == Role::branch && target != no_node && asks_why_it_failed(at))
    return facts.tree[at].after;
  if (target != no_node && is_case_of_failure(at)) return facts.tree[at].after;
  for (const auto& failure : facts.failures)
    if (failure.node == at && failure.kind != Failure::Kind::success && failure.tried != no_node &&
        (facts.tree.inside(call.node, failure.tried) || closed_by_checker(failure)))
      return facts.tree[at].after;
  return no_node;
}

NodeId Resource::past_opening(NodeId release) const {
  NodeId from = facts.tree[call.node].after;
  for (const auto& failure : facts.failures) {
    if (failure.kind != Failure::Kind::branch || !facts.tree.inside(call.node, failure.node) ||
        failure.body == no_node || facts.tree.inside(call.node, failure.body))
      continue;
    // if f, err := os.Open(path); err != nil { return err } else { defer f.Close() }
    const bool otherwise =
        facts.tree.inside(release, failure.node) && !facts.tree.inside(release, failure.body);
    const auto past = facts.tree[otherwise ? failure.body : failure.node].after;
    if (past <= release) from = std::max(from, past);
  }
  return from;
}

bool Resource::unlocks(NodeId id) const {
  const auto* other = facts.call(id);
  return other && other->receiver != no_node && names_release(other->method) &&
         facts.text(other->receiver) == facts.text(call.receiver);
}

bool Resource::closes_before(NodeId leaving) const {
  if (!facts.traits().errors_are_values) return false;
  auto block = facts.tree[statement_of(facts, leaving)].parent;
  for (; block != no_node && !facts.tree.inside(call.node, block); block = facts.tree[block].parent)
    if (facts.role(block) == Role::block && closes_within(block, leaving)) return true;
  return false;
}

bool Resource::reading_failed(NodeId leaving) const {
  return std::any_of(facts.failures.begin(), facts.failures.end(), [&](const Failure& failure) {
    if (failure.body == no_node || !facts.tree.inside(leaving, failure.body)) return false;
    const auto* read = failure.tried == no_node ? nullptr : facts.call(bare(facts, failure.tried));
    return read && (read->name == "io.ReadAll" || read->name == "io/ioutil.ReadAll") &&
           std::any_of(read->arguments.begin(), read->arguments.end(), [&](const Argument& given) {
             const auto root = root_of(facts, given.value);
             return root != no_node && is_ours(root) && facts.text(given.value).ends_with(".Body");
           });
  });
}

bool Resource::closes_within(NodeId block, NodeId leaving) const {
  for (NodeId i = block; i < leaving; ++i) {
    const auto statement = statement_of(facts, i);
    const bool direct = facts.tree.inside(leaving, facts.tree[statement].parent);
    if (direct && (target != no_node ? is_ours(i) && releases(i) : unlocks(i))) return true;
  }
  return false;
}

bool Resource::is_other_way(NodeId leaving) const {
  for (auto at = facts.tree[call.node].parent; at != no_node; at = facts.tree[at].parent) {
    if (facts.role(at) != Role::branch || !facts.tree.inside(leaving, at)) continue;
    const auto body = facts.part(at, Part::body);
    return body != no_node && facts.tree.inside(call.node, body) && !facts.tree.inside(leaving, body);
  }
  return false;
}

bool Resource::leaves_between(NodeId release, bool calls_leave) const {
  for (NodeId i = past_opening(release); i < release; ++i) {
    if (facts.owner[i] != facts.owner[call.node]) continue;
    if (const auto past = past_failure_to_open(i); past != no_node) {
      i = past - 1;
      continue;
    }
    const auto role = facts.role(i);
    if (facts.tree.inside(release, i)) continue;  // return resp.Body.Close()
    if (calls_leave && released_on_failure(i)) continue;
    const bool raises = role == Role::raise && (calls_leave || facts.traits().errors_are_values);
    if (role == Role::return_ || raises) {
      if (closes_before(i) || reading_failed(i) || is_other_way(i)) continue;
      return true;
    }
    const auto* between = calls_leave ? facts.call(i) : nullptr;
    if (between && (facts.has(between->labels, "outbound") || facts.has(between->labels, "query") ||
                    works_with_it(*between)))
      return true;
  }
  return false;
}

bool Resource::released_on_failure(NodeId id) const {
  return std::any_of(facts.failures.begin(), facts.failures.end(), [&](const Failure& failure) {
    const bool there = failure.kind == Failure::Kind::except && failure.tried != no_node &&
                       (facts.tree.inside(id, failure.tried) || facts.tree.inside(id, failure.body));
    if (!there || failure.function != call.function) return false;
    for (NodeId i = failure.body; i < facts.tree[failure.body].after; ++i)
      if (is_ours(i) && releases(i)) return true;
    return false;
  });
}

bool Resource::works_with_it(const Call& other) const {
  if (!facts.has(call.labels, "opens-pooled") || names_release(other.method)) return false;
  const auto is_it = [&](NodeId value) {
    const auto root = value == no_node ? no_node : root_of(facts, value);
    return root != no_node && is_ours(root);
  };
  return is_it(other.receiver) || std::any_of(other.arguments.begin(), other.arguments.end(),
                                              [&](const Argument& given) { return is_it(given.value); });
}

}  // namespace detectors::opened
