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
  const auto words = split_words(name);
  if (words.empty()) return false;
  const auto& first = words.front();
  return (words.size() > 1 && (first == "handle" || first == "on" || first == "process")) ||
         first.starts_with("consume");
}

bool is_route(const Facts& facts, const Function& function) { return facts.has(function.decorated, "route"); }

// app.post("/webhooks/stripe", (req, res) => …): the path says what comes in.
bool has_event_path(const Facts& facts, const Function& function) {
  const auto parent = function.lambda ? facts.tree[function.node].parent : no_node;
  const auto* call = parent == no_node ? nullptr : facts.call(facts.tree[parent].parent);
  if (!call || call->arguments.empty()) return false;
  const auto path = call->arguments.front().value;
  return facts.role(path) == Role::string && has_any_phrase(facts.text(path), event_words());
}

bool is_event_handler(const Facts& facts, const Function& function) {
  if (facts.has(function.decorated, "consumer")) return true;
  if (starts_as_handler(function.name) && takes_an_event(function)) return true;
  if (!is_route(facts, function)) return false;
  if (has_any_phrase(function.name, event_words()) || has_event_path(facts, function)) return true;
  return std::any_of(function.decorators.begin(), function.decorators.end(), [&](NodeId decorator) {
    return has_any_phrase(facts.text(facts.tree[decorator].parent), event_words());
  });
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

bool in_test(const Facts& facts, NodeId id) {
  const auto path = "/" + facts.file->path();
  const auto file = std::string_view(path).substr(path.rfind('/') + 1);
  const auto& traits = facts.traits();
  const auto ends = [&](auto ending) { return path.ends_with(ending); };
  const auto holds = [&](auto folder) { return path.find(folder) != std::string::npos; };
  if (file.starts_with("test_") || std::any_of(traits.test_files.begin(), traits.test_files.end(), ends) ||
      std::any_of(traits.test_folders.begin(), traits.test_folders.end(), holds))
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

// Without a block: what begins a transaction or takes a lock before, and the commit after it. What is
// deferred, or stands where something failed, does not end it.
NodeId begun_before(const Facts& facts, const Function& function, NodeId id) {
  const auto aside = [&](NodeId call) {
    if (enclosing(facts, call, Role::deferred) != no_node) return true;
    return std::any_of(facts.failures.begin(), facts.failures.end(), [&](const Failure& failure) {
      return failure.kind == Failure::Kind::branch && facts.tree.inside(call, failure.node);
    });
  };
  NodeId begun = no_node;
  for (const auto index : function.calls) {
    const auto& call = facts.calls[index];
    const bool begins = facts.has(call.labels, "takes-lock") || facts.has(call.labels, "begins");
    if (call.node < id && begins) begun = call.node;
    if (call.node < id && facts.has(call.labels, "ends-transaction") && !aside(call.node)) begun = no_node;
    if (call.node > id && begun != no_node && facts.has(call.labels, "commit")) return begun;
  }
  return no_node;
}

bool in_failure(const Facts& facts, NodeId id) {
  return std::any_of(facts.failures.begin(), facts.failures.end(), [&](const Failure& failure) {
    return failure.body != no_node && failure.kind != Failure::Kind::success &&
           facts.tree.inside(id, failure.body);
  });
}

// A method of what answers requests: OrderService, OrderController.
bool serves_requests(const Facts& facts, FunctionId function) {
  for (auto at = function; at != 0; at = facts.functions[at].parent) {
    if (facts.functions[at].type == nothing) continue;
    const auto name = facts.types[facts.functions[at].type].name;
    for (const std::string_view ending :
         {"Service", "Controller", "Resolver", "Handler", "ServiceImpl", "Resource", "Server"})
      if (name.ends_with(ending)) return true;
  }
  return false;
}

// this.save() of a method that a framework's proxy would open a transaction for, from one that has none.
bool passes_by_proxy(const Facts& facts, const Call* call) {
  if (!call || call->target == nothing) return false;
  const auto& caller = facts.functions[call->function];
  const auto& target = facts.functions[call->target];
  return target.type != nothing && target.type == caller.type && facts.has(target.decorated, "transaction") &&
         !facts.has(caller.decorated, "transaction");
}

// Started beside the function that it stands in: go f(), go func() { … }().
bool is_spawned(const Facts& facts, NodeId id) {
  for (auto at = facts.owner[id]; at != 0 && facts.functions[at].lambda; at = facts.functions[at].parent)
    if (facts.has(facts.functions[at].decorated, "spawned")) return true;
  for (auto at = facts.tree[id].parent; at != no_node; at = facts.tree[at].parent)
    if (facts.role(at) == Role::spawn) return true;
  return false;
}

bool is_deferred(const Facts& facts, NodeId id) {
  for (auto at = facts.tree[id].parent; at != no_node; at = facts.tree[at].parent)
    if (facts.role(at) == Role::deferred) return true;
  return false;
}

// The call is a statement of its own: nobody looks at what it gives.
bool is_statement(const Facts& facts, NodeId id) {
  const auto parent = facts.tree[id].parent;
  return parent != no_node && facts.role(parent) == Role::statement;
}

// A function, or one around it, that was given a context or a request.
bool has_context(const Facts& facts, FunctionId function) {
  for (auto at = function; at != 0; at = facts.functions[at].parent)
    if (facts.has(facts.functions[at].decorated, "context")) return true;
  return false;
}

// Between mu.Lock() and mu.Unlock() of the function, or in a block that holds the lock.
bool is_locked(const Facts& facts, NodeId id) {
  const auto& function = facts.functions[facts.owner[id]];
  std::vector<std::string_view> held;
  for (const auto index : function.calls) {
    const auto& call = facts.calls[index];
    if (call.node >= id) break;
    const auto lock = facts.text(call.receiver);
    if (facts.has(call.labels, "locks-mutex")) held.push_back(lock);
    if (facts.has(call.labels, "unlocks-mutex") && !is_deferred(facts, call.node)) std::erase(held, lock);
  }
  return !held.empty();
}

}  // namespace

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
  for (auto at = facts.owner[id]; at != 0; at = facts.functions[at].parent) {
    const auto& function = facts.functions[at];
    if (facts.has(function.decorated, "transaction"))
      return function.decorators.empty() ? function.node : function.decorators.front();
    if (!function.lambda) break;
  }
  return begun_before(facts, facts.functions[facts.owner[id]], id);
}

namespace {

bool in_retry(const Facts& facts, NodeId id) {
  return retry_loop_around(facts, id) != no_node ||
         facts.has(facts.functions[facts.owner[id]].decorated, "retries");
}

bool in_async(const Facts& facts, NodeId id) {
  const auto* call = facts.call(id);  // calling another coroutine does not run it here
  if (call && call->target != nothing && facts.functions[call->target].async) return false;
  return !is_module(facts, id) && facts.functions[facts.owner[id]].async;
}

bool stands_in(const Facts& facts, NodeId id, Role role) {
  const auto parent = facts.tree[id].parent;
  return parent != no_node && facts.role(parent) == role;
}

using F = const Facts&;
struct ContextRow {
  std::string_view name;
  bool (*holds)(const Facts& facts, NodeId id);
};
// The contexts that a rule may name (rules.hpp lists them with their meaning).
constexpr ContextRow contexts[] = {
    {"loop", [](F f, NodeId id) { return loop_around(f, id) != no_node; }},
    {"handler", [](F f, NodeId id) { return reached_from(f, f.owner[id], is_handler); }},
    {"event-handler", [](F f, NodeId id) { return reached_from(f, f.owner[id], is_event_handler); }},
    {"transaction", [](F f, NodeId id) { return transaction_around(f, id) != no_node; }},
    {"retry", in_retry},
    {"async", in_async},
    {"logged", [](F f, NodeId id) { return is_logged(f, id); }},
    {"spawned", [](F f, NodeId id) { return is_spawned(f, id); }},
    {"deferred", [](F f, NodeId id) { return is_deferred(f, id); }},
    {"statement", [](F f, NodeId id) { return is_statement(f, id); }},
    {"past-proxy", [](F f, NodeId id) { return passes_by_proxy(f, f.call(id)); }},
    {"function", [](F f, NodeId id) { return f.owner[id] != 0; }},
    {"request-path",
     [](F f, NodeId id) {
       return reached_from(f, f.owner[id], is_handler) || serves_requests(f, f.owner[id]);
     }},
    {"compared", [](F f, NodeId id) { return stands_in(f, id, Role::compare); }},
    {"locked", [](F f, NodeId id) { return is_locked(f, id); }},
    {"context", [](F f, NodeId id) { return has_context(f, f.owner[id]); }},
    {"awaited", [](F f, NodeId id) { return stands_in(f, id, Role::await); }},
    {"except", [](F f, NodeId id) { return in_failure(f, id); }},
    {"try", [](F f, NodeId id) { return part_of_try(f, id) != no_node; }},
    {"test", [](F f, NodeId id) { return in_test(f, id); }},
};

}  // namespace

bool is_inside(const Facts& facts, NodeId id, std::string_view context) {
  for (const auto& row : contexts)
    if (row.name == context) return row.holds(facts, id);
  return false;
}

}  // namespace detectors
