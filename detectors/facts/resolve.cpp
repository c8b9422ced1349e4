// The second pass: what names stand for, what values are, what calls do.
#include <algorithm>

#include "detectors/facts/follow.hpp"
#include "detectors/facts/labels.hpp"
#include "detectors/facts/promises.hpp"
#include "detectors/facts/sql.hpp"

namespace detectors::facts {
namespace {

bool names_a_type(const Facts& facts, const Call& call) {
  if (call.arguments.empty() || !call.arguments.front().name.empty()) return false;
  const auto text = facts.text(call.arguments.front().value);
  return !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
}

struct Resolver {
  Facts& facts;
  std::vector<std::optional<Value>> returned;  // of each function, this round

  Value returned_by(FunctionId function) {
    auto& known = returned[function];
    if (!known) known = returned_value(facts, facts.functions[function]);
    return *known;
  }

  // private final OrderRepository orders: what is known of *Repository holds for it.
  void look_by_declared_type(Call& call, const std::string& method) {
    const auto type = declared_type(facts, call.receiver);
    if (type.empty()) return;
    const auto* row = facts.tables->call_ending(type + "." + method, names_a_type(facts, call));
    if (!row) return;
    call.row = row;
    call.name = type + "." + method;
  }

  // const http = clientFor("vendor"): no module, though it is called like one.
  [[nodiscard]] bool made_here(NodeId receiver) const {
    const auto node = bare(facts, receiver);
    if (facts.role(node) != Role::identifier) return false;
    const auto* known = definition(facts, node);
    // ping(http): a client that somebody hands in, not the module of that name.
    if (known && known->kind == Definition::Kind::parameter)
      return facts.text(node) == "http" || facts.text(node) == "https";
    if (!known || known->kind != Definition::Kind::assignment || known->value == no_node) return false;
    const auto text = facts.text(known->value);
    return facts.role(bare(facts, known->value)) == Role::call &&
           text.find("require") == std::string_view::npos && text.find("import") == std::string_view::npos;
  }

  // def worker(requests): a queue of them, and no module of that name.
  [[nodiscard]] bool given_here(NodeId receiver) const {
    const auto node = bare(facts, receiver);
    if (!facts.traits().first_is_self || facts.role(node) != Role::identifier) return false;
    const auto* known = definition(facts, node);
    if (!known || known->kind != Definition::Kind::assignment || known->value == no_node)
      return known && known->kind == Definition::Kind::parameter;
    return facts.text(known->value).starts_with("self.");  // requests = self.requests
  }

  void resolve_method(Call& call, const Value& receiver) {
    const std::string method(call.method);
    if (receiver.local != nothing) {
      const auto& methods = facts.types[receiver.local].methods;
      if (const auto found = methods.find(call.method); found != methods.end()) {
        call.target = found->second;
        call.name = std::string(facts.types[receiver.local].name) + "." + method;
        return;
      }
    }
    if (receiver.type == no_type) {
      call.name = resolved_name(facts, call.callee);
      const bool no_module = made_here(call.receiver) || given_here(call.receiver);
      call.row = no_module ? nullptr : facts.tables->call(call.name);
      if (!call.row) look_by_declared_type(call, method);
      if (!call.row && receiver.local == nothing)
        call.row = facts.tables->call_ending(call.name, names_a_type(facts, call));
      return;
    }
    call.name = facts.tables->type(receiver.type).name + "." + method;
    call.row = facts.tables->call(call.name);
    if (call.row) return;
    // What a type does not know of, an iterator may: anything has a forEach.
    const auto* any = facts.tables->call_ending("." + method, false);
    if (any && any->callback.any()) call.row = any;
  }

  bool resolve_own_method(Call& call) {
    for (auto at = call.function; at != 0; at = facts.functions[at].parent) {
      const auto& function = facts.functions[at];
      if (function.self.empty() || function.self != facts.text(call.receiver)) continue;
      const auto& methods = facts.types[function.type].methods;
      const auto found = methods.find(call.method);
      if (found == methods.end()) return false;
      call.target = found->second;
      call.name = std::string(facts.types[function.type].name) + "." + std::string(call.method);
      return true;
    }
    return false;
  }

  // A method that is called without its object.
  bool resolve_sibling(Call& call) {
    if (!facts.traits().bare_fields) return false;
    for (auto at = call.function; at != 0; at = facts.functions[at].parent) {
      if (facts.functions[at].type == nothing) continue;
      const auto& type = facts.types[facts.functions[at].type];
      const auto found = type.methods.find(call.method);
      if (found == type.methods.end()) continue;
      call.target = found->second;
      call.name = std::string(type.name) + "." + std::string(call.method);
      return true;
    }
    return false;
  }

  void resolve_plain(Call& call, Value& made) {
    const auto* known =
        facts.role(call.callee) == Role::identifier ? definition(facts, call.callee) : nullptr;
    call.name = resolved_name(facts, call.callee);
    if (const auto target = function_named_by(facts, call.callee); target != nothing) {
      call.target = target;
    } else if (!known && resolve_sibling(call)) {
      return;
    } else if (known && known->kind == Definition::Kind::type) {
      made = instance_of(facts, type_index(facts, known->value), call.node);
    } else if (!known || known->kind == Definition::Kind::import) {
      call.row = facts.tables->call(call.name);
      if (!call.row && known) call.row = facts.tables->call_ending(call.name, names_a_type(facts, call));
    } else if (const auto callee = value_of(facts, call.callee); callee.type != no_type) {
      made = {.type = facts.tables->type(callee.type).called, .origin = call.node};
      call.row = facts.tables->call(facts.tables->type(callee.type).name + ".__call__");
    }
  }

  Value value_made(const Call& call, const Value& receiver) {
    if (call.row && call.row->returns_argument && !call.arguments.empty())
      return value_of(facts, call.arguments.front().value);
    if (call.row && call.row->returns != no_type) return {.type = call.row->returns, .origin = call.node};
    if (const auto type = facts.tables->type_named(call.name); type != no_type)
      return {.type = type, .origin = call.node};
    if (receiver.type != no_type && facts.tables->type(receiver.type).fluent) return receiver;
    if (call.target != nothing) return returned_by(call.target);
    return {};
  }

  void resolve_call(std::size_t index) {
    auto& call = facts.calls[index];
    call.row = nullptr;
    Value made;
    Value receiver;
    if (call.receiver != no_node) {
      receiver = value_of(facts, call.receiver);
      if (!resolve_own_method(call)) resolve_method(call, receiver);
    } else if (call.callee != no_node) {
      resolve_plain(call, made);
    }
    if (made.type == no_type && made.local == nothing) made = value_made(call, receiver);
    facts.values[index] = made;
    if (call.row && is_builder(call)) call.row = nullptr;
    const bool too_few = call.row && call.row->needs_arguments && call.arguments.empty();
    const bool too_many = call.row && call.arguments.size() > call.row->most_arguments;
    if (too_few || too_many) call.row = nullptr;
    call.labels = call.row ? call.row->labels : Labels{};
    if (facts.has(call.labels, "sql")) call.labels |= sql_labels(facts, call);
    if (facts.has(call.labels, "sends-request")) add_method_labels(call);
    if (takes_callback(call)) call.labels &= ~promise_label();
    for (const auto& given : call.arguments)
      if (!given.name.empty() && facts.text(given.value) != "False" && facts.text(given.value) != "None")
        call.labels |= facts.tables->keyword(given.name);
    if (call.row && call.row->callback.any()) hand_over(call);
  }

  // db.query(model).findOne(…): what gives rows has no such method; it is asked for a builder.
  [[nodiscard]] bool is_builder(const Call& call) const {
    if (!facts.has(call.row->labels, "sql") || !facts.has(call.row->labels, "promise")) return false;
    const auto above = facts.tree[call.node].parent;
    if (above == no_node || facts.role(above) != Role::attribute ||
        facts.part(above, Part::object) != call.node)
      return false;
    const auto method = facts.text(facts.part(above, Part::name));
    for (const std::string_view known : {"then", "catch", "finally", "stream", "on", "once", "pipe"})
      if (method == known) return false;
    return true;
  }

  [[nodiscard]] Labels promise_label() const {
    Labels labels;
    if (const auto bit = facts.tables->label("promise")) labels.set(*bit);
    return labels;
  }

  // collection.findOne(query, (error, row) => …): the function is told, and no promise is given.
  [[nodiscard]] bool takes_callback(const Call& call) const {
    if (call.arguments.empty() || !call.row || call.row->callback.any()) return false;
    const auto last = bare(facts, call.arguments.back().value);
    if (facts.role(last) == Role::lambda || told_by_callback(facts, call)) return true;
    for (const std::string_view name :
         {"complete", "callback", "onComplete"})  // execute({ sql, complete: (error) => … })
      if (facts.role(last) == Role::collection && field_of(facts, last, name).value != no_node) return true;
    return facts.text(last) == "fn";
  }

  // fetch(url, { method: "POST" }), client.Do(req) of a request that was made with a method.
  void add_method_labels(Call& call) {
    auto method = facts::given(facts, call, "method").value;
    for (const auto& given : call.arguments)
      for (const auto index : calls_behind(facts, given.value))
        if (facts.has(facts.calls[index].labels, "makes-request") && method == no_node)
          method = argument(facts.calls[index], "method");
    const auto text = facts.text(method);
    const auto says = [&](std::string_view a, std::string_view b) {
      return text.find(a) != std::string_view::npos || text.find(b) != std::string_view::npos;
    };
    const bool creates =
        says("POST", "MethodPost") || says("PATCH", "MethodPatch") || says("'post'", "\"post\"");
    const auto add = [&](std::string_view name) {
      if (const auto bit = facts.tables->label(name)) call.labels.set(*bit);
    };
    if (creates) add("outbound-create");
    if (creates || says("PUT", "MethodPut") || says("DELETE", "MethodDelete")) add("outbound-write");
  }

  // Functions that are handed to a call which runs them: routes, transactions, iterators.
  void hand_over(const Call& call) {
    for (const auto& given : call.arguments) {
      hand_over(call, given.value);
      // consumer.run({ eachMessage: async (…) => … })
      if (const auto literal = bare(facts, given.value); facts.role(literal) == Role::collection)
        for (auto child = facts.tree.first_child(literal); child != no_node;
             child = facts.tree.next_sibling(child))
          hand_over(call, facts.role(child) == Role::pair ? facts.part(child, Part::value) : child);
    }
  }

  void hand_over(const Call& call, NodeId value) {
    const auto id = function_named_by(facts, value);
    if (id == nothing) return;
    auto& function = facts.functions[id];
    function.decorated |= call.row->callback;
    if (call.row->callback_takes == no_type || function.parameters.empty()) return;
    for (auto& known : function.definitions[function.parameters.front()])
      if (known.kind == Definition::Kind::parameter) known.given = call.row->callback_takes;
  }
};

}  // namespace

// Calls are resolved by where they end: an argument before its call, a definition before its use. The second
// round sees what the first learned of functions and fields that stand further down.
void resolve(Facts& facts) {
  facts.values.assign(facts.calls.size(), {});
  std::vector<std::size_t> order(facts.calls.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
    return facts.tree[facts.calls[a].node].end < facts.tree[facts.calls[b].node].end;
  });
  Resolver resolver{facts, {}};
  for (int round = 0; round < 2; ++round) {
    resolver.returned.assign(facts.functions.size(), std::nullopt);
    for (const auto index : order) resolver.resolve_call(index);
  }
  label_functions(facts);
}

}  // namespace detectors::facts
