#include "detectors/contexts.hpp"

#include <algorithm>

#include "detectors/facts/words.hpp"

namespace detectors {
namespace {

using namespace facts;

bool is_module(const Facts& facts, NodeId id) { return facts.owner[id] == 0; }

// Delivered at least once, by a sender that tries again: the names that people give to such handlers.
const std::vector<std::string>& event_words() {
  static const std::vector<std::string> words{"webhook", "webhooks", "hook",     "callback", "event",
                                              "ipn",     "consume",  "consumer", "message"};
  return words;
}

bool takes_an_event(const Function& function) {
  for (const auto name : {"event", "message", "msg", "delivery", "record", "job", "notification", "payload"})
    if (const auto known = function.definitions.find(name);
        known != function.definitions.end() && known->second.front().kind == Definition::Kind::parameter)
      return true;
  return false;
}

bool starts_as_handler(std::string_view name) {
  return name.starts_with("handle_") || name.starts_with("on_") || name.starts_with("process_") ||
         name.starts_with("consume");
}

bool is_route(const Facts& facts, const Function& function) { return facts.has(function.decorated, "route"); }

bool is_event_handler(const Facts& facts, const Function& function) {
  if (facts.has(function.decorated, "consumer")) return true;
  if (starts_as_handler(function.name) && takes_an_event(function)) return true;
  if (!is_route(facts, function)) return false;
  if (has_any_phrase(function.name, event_words())) return true;
  return std::any_of(function.decorators.begin(), function.decorators.end(),
                     [&](NodeId decorator) { return has_any_phrase(facts.text(decorator), event_words()); });
}

bool is_handler(const Facts& facts, const Function& function) {
  return is_route(facts, function) || is_event_handler(facts, function);
}

// The function itself, one around it, or one of this file that calls it.
template <class Test>
bool reached_from(const Facts& facts, FunctionId id, Test test) {
  for (auto at = id; at != 0; at = facts.functions[at].parent)
    if (test(facts, facts.functions[at])) return true;
  const auto& callers = facts.functions[id].callers;
  return id != 0 && std::any_of(callers.begin(), callers.end(),
                                [&](FunctionId caller) { return test(facts, facts.functions[caller]); });
}

// Whether the body of the loop leaves it when all went well: what tells trying again from going on.
bool leaves_on_success(const Facts& facts, NodeId loop, NodeId attempt) {
  const auto body = facts.part(loop, Part::body);
  constexpr std::size_t most_nodes = 5'000;  // of a loop that a person writes
  for (NodeId i = attempt; i < std::min<std::size_t>(facts.tree[body].after, attempt + most_nodes); ++i) {
    if (facts.role(i) == Role::except) {
      i = facts.tree[i].after - 1;
      continue;
    }
    if (facts.role(i) == Role::return_) return true;
    if (facts.role(i) == Role::break_ && enclosing(facts, i, Role::loop) == loop) return true;
  }
  return false;
}

bool ends_in_exit(const Facts& facts, NodeId block) {
  NodeId last = no_node;
  for (auto child = facts.tree.first_child(block); child != no_node; child = facts.tree.next_sibling(child))
    if (facts.role(child) != Role::none_) last = child;
  if (last == no_node) return false;
  const auto role = facts.role(last);
  return role == Role::raise || role == Role::return_ || role == Role::break_;
}

bool some_failure_goes_on(const Facts& facts, NodeId attempt) {
  for (auto child = facts.tree.first_child(attempt); child != no_node; child = facts.tree.next_sibling(child))
    if (facts.role(child) == Role::except && !ends_in_exit(facts, facts.part(child, Part::body))) return true;
  return false;
}

bool in_test(const Facts& facts, NodeId id) {
  const auto& path = facts.file->path();
  const auto file = path.substr(path.rfind('/') + 1);
  if (file.starts_with("test_") || file.ends_with("_test.py") || path.starts_with("tests/") ||
      path.find("/tests/") != std::string::npos)
    return true;
  return facts.functions[facts.owner[id]].name.starts_with("test_");
}

bool is_logged(const Facts& facts, NodeId id) {
  for (auto at = facts.tree[id].parent; at != no_node && facts.owner[at] == facts.owner[id];
       at = facts.tree[at].parent)
    if (const auto* call = facts.call(at);
        call && (facts.has(call->labels, "log") || facts.has(call->labels, "metric")))
      return true;
  return false;
}

NodeId part_of_try(const Facts& facts, NodeId id) {
  NodeId below = id;
  for (auto at = facts.tree[id].parent; at != no_node && facts.owner[at] == facts.owner[id];
       at = facts.tree[at].parent) {
    if (facts.role(at) == Role::try_ && facts.part(at, Part::body) == below) return at;
    below = at;
  }
  return no_node;
}

}  // namespace

NodeId retry_loop_of(const Facts& facts, NodeId attempt) {
  const auto loop = enclosing(facts, attempt, Role::loop);
  if (loop == no_node || !some_failure_goes_on(facts, attempt) || !leaves_on_success(facts, loop, attempt))
    return no_node;
  return loop;
}

NodeId retry_loop_around(const Facts& facts, NodeId id) {
  // Of a handler the question is whether its try is tried again.
  const auto attempt = facts.role(id) == Role::except ? facts.tree[id].parent : part_of_try(facts, id);
  return attempt == no_node ? no_node : retry_loop_of(facts, attempt);
}

NodeId transaction_around(const Facts& facts, NodeId id) {
  for (auto at = facts.tree[id].parent; at != no_node && facts.owner[at] == facts.owner[id];
       at = facts.tree[at].parent) {
    if (facts.role(at) != Role::with || !facts.tree.inside(id, facts.part(at, Part::body))) continue;
    for (NodeId i = at; i < facts.tree[facts.part(at, Part::body)].begin && i < facts.part(at, Part::body);
         ++i)
      if (facts.role(i) == Role::with_item) {
        const auto* call = facts.call(bare(facts, facts.role(facts.part(i, Part::value)) == Role::as
                                                      ? facts.part(facts.part(i, Part::value), Part::value)
                                                      : facts.part(i, Part::value)));
        if (call && facts.has(call->labels, "transaction")) return call->node;
      }
  }
  const auto& function = facts.functions[facts.owner[id]];
  if (facts.has(function.decorated, "transaction")) return function.decorators.front();
  // Without a block: what takes a lock before, and the commit after it.
  NodeId begun = no_node;
  for (const auto index : function.calls) {
    const auto& call = facts.calls[index];
    if (call.node < id && facts.has(call.labels, "takes-lock")) begun = call.node;
    if (call.node < id && facts.has(call.labels, "ends-transaction")) begun = no_node;
    if (call.node > id && begun != no_node && facts.has(call.labels, "commit")) return begun;
  }
  return no_node;
}

bool is_inside(const Facts& facts, NodeId id, std::string_view context) {
  const auto owner = facts.owner[id];
  if (context == "loop") return loop_around(facts, id) != no_node;
  if (context == "handler") return reached_from(facts, owner, is_handler);
  if (context == "event-handler") return reached_from(facts, owner, is_event_handler);
  if (context == "transaction") return transaction_around(facts, id) != no_node;
  if (context == "retry")
    return retry_loop_around(facts, id) != no_node || facts.has(facts.functions[owner].decorated, "retries");
  if (context == "async") {
    const auto* call = facts.call(id);  // calling another coroutine does not run it here
    if (call && call->target != nothing && facts.functions[call->target].async) return false;
    return !is_module(facts, id) && facts.functions[owner].async;
  }
  if (context == "logged") return is_logged(facts, id);
  if (context == "awaited") {
    const auto parent = facts.tree[id].parent;
    return parent != no_node && facts.role(parent) == Role::await;
  }
  if (context == "except") return enclosing(facts, id, Role::except) != no_node;
  if (context == "try") return part_of_try(facts, id) != no_node;
  return context == "test" && in_test(facts, id);
}

}  // namespace detectors
