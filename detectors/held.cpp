#include "detectors/held.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace detectors {

using namespace facts;

namespace {

struct Held {
  const Facts& facts;
  const Relations& rule;
  Candidate& it;

  [[nodiscard]] bool fits() {
    if (rule.holds.empty()) return true;
    auto scope = it.failure ? it.failure->tried : it.node;
    // What a deferred or spawned function does is held by it, wherever it is written.
    if (const auto id = it.call ? handed_function() : nothing; id != nothing)
      scope = facts.functions[id].node;
    if (scope == no_node) return false;
    auto scopes = scopes_of(scope);
    std::sort(scopes.begin(), scopes.end());
    return std::any_of(scopes.begin(), scopes.end(), [&](NodeId each) { return holds_within(each, scope); });
  }

  // The first of the calls that stand there; they are in the order of their nodes.
  [[nodiscard]] bool holds_within(NodeId within, NodeId whole) {
    const bool dropped = it.failure && it.failure->kind == Failure::Kind::dropped;
    const auto end = facts.tree[within].after;
    auto call = std::lower_bound(facts.calls.begin(), facts.calls.end(), within,
                                 [](const Call& each, NodeId node) { return each.node < node; });
    for (; call != facts.calls.end() && call->node < end; ++call) {
      if (dropped && !gives_its_failure(call->node, whole)) continue;
      const bool deep = !it.failure && (call->reach & rule.holds.labels).any();
      if (!deep && !matches(facts, *call, rule.holds, true)) continue;
      if (it.failure && (caught_within(call->node) || fails_elsewhere(*call))) continue;
      if (it.failure && keeps_house(*call)) continue;
      it.because.push_back(fmt::format("line {}: `{}`", facts.line(call->node), shown(facts, call->callee)));
      it.fields.emplace("held", shown(facts, call->callee));
      return true;
    }
    return false;
  }

  // try { work(); } catch { … }: nobody waits for what it promises, so this handler never sees it fail.
  [[nodiscard]] bool fails_elsewhere(const Call& call) const {
    const auto parent = facts.tree[call.node].parent;
    return it.failure->kind == Failure::Kind::except && facts.has(call.labels, "promise") &&
           parent != no_node && facts.role(parent) == Role::statement &&
           facts.role(it.failure->tried) == Role::block;
  }

  // try: try: f() except Exception: … except Exception: …: no failure of f() comes as far as the outer one.
  [[nodiscard]] bool caught_within(NodeId id) const {
    return std::any_of(facts.failures.begin(), facts.failures.end(), [&](const Failure& inner) {
      return inner.kind == Failure::Kind::except && inner.tried != no_node &&
             inner.whole != it.failure->whole && it.failure->tried != no_node &&
             facts.tree.inside(inner.whole, it.failure->tried) && facts.tree.inside(id, inner.tried) &&
             catches_all(inner);
    });
  }

  [[nodiscard]] bool catches_all(const Failure& inner) const {
    const auto types = facts.text(inner.types);
    return inner.types == no_node || types == "Exception" || types == "BaseException" || types == "Throwable";
  }

  // Whether what the dropped call gives says that the inner one failed: it is the call itself, one that it is
  // chained to, or one of a function with a result that it was handed. check(tx.Commit()) looks itself.
  [[nodiscard]] bool gives_its_failure(NodeId id, NodeId dropped) const {
    const auto* outer = facts.call(bare(facts, dropped));
    if (!outer) return true;
    if (facts.traits().errors_are_values && outer->method == "Go") return false;  // told by Wait
    NodeId argument = no_node;
    for (const auto& given : outer->arguments)
      if (facts.tree.inside(id, given.value)) argument = given.value;
    if (argument == no_node) return true;
    const auto handed = bare(facts, argument);
    if (facts.role(handed) != Role::lambda) return false;
    const auto parameters = facts.part(handed, Part::parameters);
    const auto body = facts.part(handed, Part::body);
    if (parameters == no_node || body == no_node) return true;
    const auto begin = facts.tree[parameters].end;
    const auto result = facts.file->text().substr(begin, facts.tree[body].begin - begin);
    return result.find_first_not_of(" \t") != std::string_view::npos;
  }

  // execute("DROP TABLE scratch"), "SHUTDOWN": no data is lost when there was nothing to drop.
  [[nodiscard]] bool keeps_house(const Call& call) const {
    if (call.arguments.empty() || facts.role(call.arguments.front().value) != Role::string) return false;
    auto text = facts.text(call.arguments.front().value);
    text.remove_prefix(std::min(text.find_first_not_of("\"'` \n"), text.size()));
    for (const std::string_view begin :
         {"DROP ", "drop ", "SHUTDOWN", "shutdown", "INSTALL ", "PRAGMA ", "CREATE ", "create "})
      if (text.starts_with(begin)) return true;
    return false;
  }

  // gather(*[fetch(id) for id in ids]), or a variable that holds such a list: what is made for each item.
  [[nodiscard]] std::vector<NodeId> scopes_of(NodeId scope) const {
    const bool spread = it.call && scope == it.node && it.call->open_arguments;
    const bool gathers = it.call && scope == it.node && facts.has(it.call->labels, "gathers");
    if (!gathers) return {scope};
    if (!spread) return {};  // gather(a(), b()): as many as are written there
    std::vector<NodeId> scopes;
    for (const auto behind : values_behind(facts, scope))
      for (NodeId i = behind; i < facts.tree[behind].after; ++i)
        if (facts.role(i) == Role::comprehension) scopes.push_back(i);
    return scopes;
  }

  // Promise.all(xs.map(async (x) => …)), go func() { … }(): the function that is written there, or that went
  // into a variable: const all = xs.map(send); Promise.all(all).
  [[nodiscard]] FunctionId handed_function() const {
    for (const auto& given : it.call->arguments) {
      if (const auto id = function_named_by(facts, given.value); id != nothing) return id;
      for (const auto value : values_behind(facts, given.value))
        if (const auto* inner = facts.call(bare(facts, value)))
          for (const auto& handed : inner->arguments)
            if (const auto id = function_named_by(facts, handed.value); id != nothing) return id;
    }
    return it.call->target;
  }
};

}  // namespace

bool held_fits(const Facts& facts, const Relations& rule, Candidate& candidate) {
  return Held{facts, rule, candidate}.fits();
}

}  // namespace detectors
