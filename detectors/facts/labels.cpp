#include "detectors/facts/labels.hpp"

#include <algorithm>

#include "detectors/facts/checks.hpp"
#include "detectors/facts/follow.hpp"
#include "detectors/facts/promises.hpp"

namespace detectors::facts {

Labels labels_of_decorator(const Facts& facts, NodeId decorator) {
  if (const auto* call = facts.call(decorator)) return call->labels;
  const auto name = resolved_name(facts, decorator);
  const auto* row = facts.tables->call(name);
  if (!row) row = facts.tables->call_ending(name, false);
  return row ? row->labels : Labels{};
}

Labels labels_of_parameter(const Facts& facts, const Definition& parameter) {
  Labels labels;
  if (facts.role(parameter.whole) != Role::parameter) return labels;
  for (NodeId i = parameter.whole; i < facts.tree[parameter.whole].after; ++i)
    if (facts.role(i) == Role::decorator) labels |= labels_of_decorator(facts, facts.part(i, Part::value));
  return labels;
}

namespace {

constexpr int deepest_helper = 3;

struct Labeller {
  Facts& facts;

  // What a function catches says what it is ready for: a conflict on a unique key.
  void label_caught() {
    for (const auto& failure : facts.failures) {
      const auto type = failure.types;
      for (NodeId name = type; type != no_node && name < facts.tree[type].after; ++name)
        if (facts.role(name) == Role::identifier || facts.role(name) == Role::attribute)
          facts.functions[failure.function].labels |= labels_of_decorator(facts, name);
    }
    const auto conflict = facts.tables->label("conflict-error");
    for (NodeId i = 0; conflict && i < facts.tree.size(); ++i)
      if (facts.role(i) == Role::string && names_a_conflict(facts.text(i)))
        facts.functions[facts.owner[i]].labels.set(*conflict);
  }

  // The code by which a database or a library says that a unique key is taken.
  static bool names_a_conflict(std::string_view literal) {
    for (const std::string_view code : {"23505", "P2002", "ER_DUP_ENTRY", "SQLITE_CONSTRAINT", "E11000"})
      if (literal.find(code) != std::string_view::npos) return true;
    return false;
  }

  void label_by_parameters(Function& function) {
    for (const auto& [name, all] : function.definitions)
      if (name != "_" && all.front().kind == Definition::Kind::parameter &&
          (all.front().type != no_node || all.front().given != no_type))
        if (const auto type = value_of(facts, all.front().target).type; type != no_type)
          function.decorated |= facts.tables->type(type).parameter;
  }

  // A decorator of Python's may have made something else of it: a task of a queue, a plain function. A
  // coroutine does not run unless it is awaited; a promise that cannot fail loses nothing.
  [[nodiscard]] bool gives_promise(const Function& function) const {
    if (!function.async) return false;
    return facts.traits().first_is_self ? function.decorators.empty() : fails_later(facts, function);
  }

  // async function poll() { …; poll(); }
  [[nodiscard]] bool goes_on_by_itself(const Function& function, FunctionId id) const {
    return std::any_of(function.calls.begin(), function.calls.end(), [&](std::size_t index) {
      const auto& call = facts.calls[index];
      const auto parent = facts.tree[call.node].parent;
      return call.target == id && parent != no_node && facts.role(parent) == Role::statement;
    });
  }

  // What a function of this file gives is known better than from its name: save() that gives nothing.
  void label_promise(Call& call, std::size_t promise) {
    const auto& target = facts.functions[call.target];
    // One that goes on by itself, round after round, waits for nobody.
    const bool itself = call.target == call.function || goes_on_by_itself(target, call.target) ||
                        told_by_callback(facts, call);
    if (!itself && gives_promise(target))
      call.labels.set(promise);
    else if (itself || target.async || !gives_back(facts, target))
      call.labels.reset(promise);
  }

  // save() of what nobody knows: it is waited for where the function can wait. db.transaction(() => { … }):
  // what is run without a promise gives none.
  [[nodiscard]] bool promises(const Call& call) const {
    if (facts.has(call.labels, "promise-where-awaited") && !facts.functions[call.function].async)
      return false;
    if (!facts.has(call.labels, "runs-transaction") || call.arguments.empty()) return true;
    const auto run = function_named_by(facts, call.arguments.back().value);
    return run == nothing || facts.functions[run].async || gives_back(facts, facts.functions[run]);
  }

  // What each function's calls do, and those of the helpers that it calls, a few deep.
  [[nodiscard]] std::vector<Labels> labels_reached() const {
    std::vector<Labels> reached;
    for (const auto& function : facts.functions) reached.push_back(function.labels);
    for (int depth = 1; depth < deepest_helper; ++depth) {
      auto next = reached;
      for (const auto& call : facts.calls)
        if (call.target != nothing) next[call.function] |= reached[call.target];
      reached = std::move(next);
    }
    return reached;
  }

  void label() {
    label_caught();
    label_duplicate_checks(facts);
    for (auto& function : facts.functions) {
      for (const auto decorator : function.decorators)
        function.decorated |= labels_of_decorator(facts, decorator);
      label_by_parameters(function);
      if (function.type != nothing)
        for (const auto decorator : facts.types[function.type].decorators)
          function.decorated |= labels_of_decorator(facts, decorator);
      if (function.type != nothing)
        if (const auto type = instance_of(facts, function.type, no_node).type; type != no_type)
          function.decorated |= facts.tables->type(type).handles;
      for (const auto index : function.calls) function.labels |= facts.calls[index].labels;
    }
    const auto promise = facts.tables->label("promise");
    const auto reached = labels_reached();
    for (auto& call : facts.calls) {
      if (promise && !promises(call)) call.labels.reset(*promise);
      if (promise && call.target != nothing) label_promise(call, *promise);
      call.via = call.reach = call.labels;
      if (call.target == nothing) continue;
      call.via |= facts.functions[call.target].labels;
      call.reach = call.via | reached[call.target];
      auto& callers = facts.functions[call.target].callers;
      if (callers.empty() || callers.back() != call.function) callers.push_back(call.function);
    }
  }
};

}  // namespace

void label_functions(Facts& facts) { Labeller{facts}.label(); }

}  // namespace detectors::facts
