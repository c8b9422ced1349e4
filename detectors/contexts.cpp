#include "detectors/contexts.hpp"

#include <algorithm>

#include "detectors/callers_context.hpp"
#include "detectors/deferred.hpp"
#include "detectors/holders.hpp"
#include "detectors/last_steps.hpp"
#include "detectors/lock_copies.hpp"
#include "detectors/lock_owners.hpp"
#include "detectors/locks.hpp"
#include "detectors/migration_ways.hpp"
#include "detectors/occasions.hpp"
#include "detectors/outgoing.hpp"
#include "detectors/remarks.hpp"
#include "detectors/requests.hpp"
#include "detectors/row_loops.hpp"

namespace detectors {
namespace {

using namespace facts;

bool is_module(const Facts& facts, NodeId id) { return facts.owner[id] == 0; }

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
  if (is_test_file(facts.file->path(), facts.tree.language())) return true;
  const auto& function = facts.functions[facts.owner[id]];
  return function.name.starts_with("test_") || facts.has(function.decorated, "test-code");
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

bool in_failure(const Facts& facts, NodeId id) {
  return std::any_of(facts.failures.begin(), facts.failures.end(), [&](const Failure& failure) {
    return failure.body != no_node && failure.kind != Failure::Kind::success &&
           facts.tree.inside(id, failure.body);
  });
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
  for (FunctionId at = facts.owner[id]; at != 0 && facts.functions[at].lambda;
       at = facts.functions[at].parent)
    if (facts.has(facts.functions[at].decorated, "spawned")) return true;
  for (auto at = facts.tree[id].parent; at != no_node; at = facts.tree[at].parent)
    if (facts.role(at) == Role::spawn) return true;
  return false;
}

// The function that is called is one of this file.
bool calls_known_function(const Facts& facts, NodeId id) {
  const auto* call = facts.call(id);
  return call && call->target != nothing;
}

// The call is a statement of its own: nobody looks at what it gives.
bool is_statement(const Facts& facts, NodeId id) {
  const auto parent = facts.tree[id].parent;
  return parent != no_node && facts.role(parent) == Role::statement;
}

// start(context.Background()): nobody looks at what comes of the call that it is handed to, either.
bool is_unheeded(const Facts& facts, NodeId id) {
  const auto* outer = call_around(facts, id);
  return is_statement(facts, id) || (outer && is_statement(facts, outer->node));
}

NodeId around_lists(const Facts& facts, NodeId id) {
  auto at = facts.tree[id].parent;
  while (at != no_node && (facts.role(at) == Role::group || facts.role(at) == Role::collection))
    at = facts.tree[at].parent;
  return at;
}

// return f(), nil, or the variable that holds what the call gave.
bool is_returned(const Facts& facts, NodeId id) {
  const auto is_return = [&](NodeId at) { return at != no_node && facts.role(at) == Role::return_; };
  if (is_return(around_lists(facts, id))) return true;
  const auto target = facts.call(id) ? variable_of(facts, id) : no_node;
  const auto body = facts.functions[facts.owner[id]].body;
  for (NodeId i = id; target != no_node && body != no_node && i < facts.tree[body].after; ++i)
    if (facts.role(i) == Role::identifier && facts.text(i) == facts.text(target) &&
        is_return(around_lists(facts, i)))
      return true;
  return false;
}

// return connection; return new Request(connection); but not return connection.getResponseCode().
bool is_given_back(const Facts& facts, NodeId id) {
  const auto held_by = variable_of(facts, id);
  if (held_by == no_node) return enclosing(facts, id, Role::return_) != no_node;
  const auto& known = facts.functions[facts.owner[id]].definitions;
  const auto own = known.find(facts.text(held_by));
  if (facts.traits().bare_fields &&
      (own == known.end() || std::none_of(own->second.begin(), own->second.end(), [&](const auto& each) {
         return each.whole != no_node && facts.nodes[each.whole].own;
       })))
    return true;  // kept in a field
  for (NodeId i = id; i < facts.tree[facts.functions[facts.owner[id]].node].after; ++i) {
    if (!is_reference(facts, i) || facts.text(i) != facts.text(held_by)) continue;
    const auto parent = facts.tree[i].parent;
    const bool asked = facts.role(parent) == Role::call && facts.part(parent, Part::object) == i;
    if (!asked && enclosing(facts, i, Role::return_) != no_node) return true;
  }
  return false;
}

bool catches(const Facts& facts, NodeId id) {
  for (NodeId i = id; i < facts.tree[id].after; ++i)
    if (facts.role(i) == Role::except) return true;
  return false;
}

bool in_retry(const Facts& facts, NodeId id) {
  return retry_loop_around(facts, id) != no_node ||
         facts.has(facts.functions[facts.owner[id]].decorated, "retries");
}

bool before_spawn(const Facts& facts, NodeId id) {
  const auto& function = facts.functions[facts.owner[id]];
  for (NodeId i = id; function.body != no_node && i < facts.tree[function.body].after; ++i)
    if (facts.role(i) == Role::spawn && facts.owner[i] == facts.owner[id]) return true;
  return false;
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

// async with pool.acquire() as conn, async for row in conn.execute(…): asked without blocking.
bool is_awaited(const Facts& facts, NodeId id) {
  // await (new Order(…)).save(), read as a call of a function that is called await.
  if (stands_in(facts, id, Role::await) || facts.text(id).starts_with("await (")) return true;
  if (!facts.traits().first_is_self) return false;
  for (auto at = facts.tree[id].parent; at != no_node && facts.owner[at] == facts.owner[id];
       at = facts.tree[at].parent) {
    const auto role = facts.role(at);
    if (role == Role::block || role == Role::call) return false;
    if (role == Role::with || role == Role::loop)
      return facts.text(at).starts_with("async") && facts.part(at, Part::body) > id;
  }
  return false;
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
    {"route", [](F f, NodeId id) { return reached_from(f, f.owner[id], is_route); }},
    {"browser", [](F f, NodeId) { return runs_in_browser(f); }},
    {"deferred-in-loop", deferred_in_loop},
    {"in-literal", in_literal},
    {"before-spawn", before_spawn},
    {"joined-by-context", joined_by_context},
    {"event-handler", [](F f, NodeId id) { return reached_from(f, f.owner[id], is_event_handler); }},
    {"transaction", [](F f, NodeId id) { return transaction_around(f, id) != no_node; }},
    {"retry", in_retry},
    {"async", in_async},
    {"logged", [](F f, NodeId id) { return is_logged(f, id); }},
    {"spawned", [](F f, NodeId id) { return is_spawned(f, id); }},
    {"deferred", [](F f, NodeId id) { return is_deferred(f, id); }},
    {"statement", [](F f, NodeId id) { return is_statement(f, id); }},
    {"unheeded", is_unheeded},
    {"returned", is_returned},
    {"serving-file", [](F f, NodeId) { return in_serving_file(f); }},
    {"event-loop", [](F f, NodeId id) { return on_event_loop(f, f.owner[id]); }},
    {"past-proxy", [](F f, NodeId id) { return passes_by_proxy(f, f.call(id)); }},
    {"function", [](F f, NodeId id) { return f.owner[id] != 0; }},
    {"request-path",
     [](F f, NodeId id) {
       return reached_from(f, f.owner[id], is_handler) || serves_requests(f, f.owner[id]);
     }},
    {"compared", [](F f, NodeId id) { return stands_in(f, id, Role::compare); }},
    {"copies-a-lock", copies_a_lock},
    {"gives-lock-back", gives_lock_back_itself},
    {"locked", [](F f, NodeId id) { return is_locked(f, id); }},
    {"context", has_context},
    {"given-context", has_own_context},
    {"awaited", is_awaited},
    {"migration", [](F f, NodeId) { return in_migration(f); }},
    {"upgrade", goes_up},
    {"downgrade", goes_down},
    {"made-again", made_by_same_migration},
    {"contract-phase", [](F f, NodeId) { return contracts(f); }},
    {"embedded-database", [](F f, NodeId) { return is_embedded(f); }},
    {"deploy-tool", [](F f, NodeId) { return is_run_by_tool(f); }},
    {"no-transaction", [](F f, NodeId) { return opens_no_transaction(f); }},
    {"given-back", is_given_back},
    {"catches", catches},
    {"command", in_command},
    {"method", [](F f, NodeId id) { return f.functions[f.owner[id]].type != nothing; }},
    {"script", in_script},
    {"loopback", asks_loopback},
    {"except", [](F f, NodeId id) { return in_failure(f, id); }},
    {"try", [](F f, NodeId id) { return part_of_try(f, id) != no_node; }},
    {"explained", is_explained},
    {"over-rows", goes_over_rows},
    {"on-another-each-round", is_called_on_another_each_round},
    {"last-step", is_last_step},
    {"awaited-elsewhere", is_awaited_elsewhere},
    {"used-at-once", is_used_at_once},
    {"telemetry", in_telemetry},
    {"aside", [](F f, NodeId) { return lies_aside(f); }},
    {"bulk", moves_a_file},
    {"limit-elsewhere", has_limit_elsewhere},
    {"known-function", calls_known_function},
    {"unused", is_unused},
    {"behind-switch", is_behind_switch},
    {"test", [](F f, NodeId id) { return in_test(f, id); }},
};

}  // namespace

bool is_test_file(std::string_view shown, syntax::Language language) {
  const auto path = "/" + std::string(shown);
  const auto file = std::string_view(path).substr(path.rfind('/') + 1);
  const auto& traits = traits_of(language);
  const auto ends = [&](auto ending) { return path.ends_with(ending); };
  const auto holds = [&](auto folder) { return path.find(folder) != std::string::npos; };
  return file.starts_with("test_") || std::any_of(traits.test_files.begin(), traits.test_files.end(), ends) ||
         std::any_of(traits.test_folders.begin(), traits.test_folders.end(), holds);
}

bool is_inside(const Facts& facts, NodeId id, std::string_view context) {
  for (const auto& row : contexts)
    if (row.name == context) return row.holds(facts, id);
  return false;
}

}  // namespace detectors
