#include "detectors/guards.hpp"

#include <algorithm>

#include "detectors/facts/words.hpp"

namespace detectors {

using namespace facts;

namespace {

struct Guards {
  const Facts& facts;
  const Relations& rule;
  const Candidate& it;

  // A guard for a named relation must name it, or name nothing at all: selectinload(Order.customer).
  [[nodiscard]] bool guards(const Call& call) const {
    if (!matches(facts, call, rule.without_guard, true)) return false;
    if (it.guard_name.empty() || call.arguments.empty()) return true;
    return std::any_of(call.arguments.begin(), call.arguments.end(), [&](const Argument& given) {
      const auto words = split_words(facts.text(given.value));
      return has_phrase(words, it.guard_name);
    });
  }

  [[nodiscard]] std::vector<const Call*> calls_in_scope() const {
    if (rule.guard_scope == GuardScope::behind) return all_calls_behind(facts, it.origin);
    std::vector<const Call*> result;
    const auto scope = rule.guard_scope == GuardScope::loop   ? it.loop
                       : rule.guard_scope == GuardScope::file ? NodeId{0}
                                                              : facts.functions[facts.owner[it.node]].node;
    for (const auto& call : facts.calls)
      if (scope != no_node && facts.tree.inside(call.node, scope)) result.push_back(&call);
    return result;
  }

  [[nodiscard]] bool says_guard(const Function& function) const { return says(function, rule.guard_words); }

  [[nodiscard]] bool says(const Function& function, const std::vector<std::string>& words) const {
    for (NodeId i = function.node; i < facts.tree[function.node].after; ++i)
      if ((facts.role(i) == Role::identifier || facts.role(i) == Role::string) &&
          has_any_phrase(facts.text(i).substr(0, 200), words))
        return true;
    return false;
  }

  // A helper that is only called where the guard stands already.
  [[nodiscard]] bool called_behind_guard(FunctionId helper) const {
    const auto& callers = facts.functions[helper].callers;
    return !callers.empty() && std::all_of(callers.begin(), callers.end(), [&](FunctionId caller) {
      return (facts.functions[caller].labels & rule.without_guard.labels).any();
    });
  }

  // Where a helper is judged by what it holds, a limit in there is of what it reads, not of how many run.
  [[nodiscard]] std::vector<std::string> words_of_helpers() const {
    auto words = rule.guard_words;
    if (!rule.holds.empty()) std::erase(words, "limit");
    return words;
  }

  // gather(*[one(x) for x in xs]), where one() waits for a slot.
  [[nodiscard]] bool helper_says_guard(const std::vector<const Call*>& calls) const {
    const auto words = words_of_helpers();
    return std::any_of(calls.begin(), calls.end(), [&](const Call* call) {
      return call->target != nothing && facts.tree.inside(call->node, it.node) &&
             says(facts.functions[call->target], words);
    });
  }

  [[nodiscard]] bool guarded() const {
    if (rule.without_guard.empty() && rule.guard_words.empty()) return false;
    const auto calls = calls_in_scope();
    if (std::any_of(calls.begin(), calls.end(), [&](const Call* call) { return guards(*call); })) return true;
    const auto& function = facts.functions[facts.owner[it.node]];
    const bool whole = rule.guard_scope == GuardScope::function;
    if (whole && ((function.labels | function.decorated) & rule.without_guard.labels).any()) return true;
    if (whole && called_behind_guard(facts.owner[it.node])) return true;
    if (rule.guard_words.empty()) return false;
    if (whole && function.node != 0 && says_guard(function)) return true;
    if (it.call && it.call->target != nothing && says(facts.functions[it.call->target], words_of_helpers()))
      return true;
    if (!rule.holds.empty() && helper_says_guard(calls)) return true;
    return std::any_of(calls.begin(), calls.end(), [&](const Call* call) {
      const bool counts = rule.guard_words_in.empty() || matches(facts, *call, rule.guard_words_in, false);
      return counts && has_any_phrase(facts.text(call->node), rule.guard_words);
    });
  }
};

}  // namespace

bool guarded(const Facts& facts, const Relations& rule, const Candidate& candidate) {
  return Guards{facts, rule, candidate}.guarded();
}

}  // namespace detectors
