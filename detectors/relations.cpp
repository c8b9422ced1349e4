#include "detectors/relations.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/guards.hpp"

namespace detectors {

using namespace facts;

namespace {

struct Judge {
  const Facts& facts;
  const Relations& rule;
  Candidate& it;

  [[nodiscard]] bool place_fits() const {
    const auto at = it.last != no_node ? it.last : it.node;
    return std::all_of(rule.inside.begin(), rule.inside.end(),
                       [&](auto& c) { return is_inside(facts, at, c); }) &&
           std::none_of(rule.not_inside.begin(), rule.not_inside.end(),
                        [&](auto& c) { return is_inside(facts, at, c); }) &&
           (rule.unless_function.empty() ||
            !has_any_phrase(facts.functions[facts.owner[at]].name, rule.unless_function));
  }

  // **kwargs may hold anything: then nothing is known to be absent.
  [[nodiscard]] bool absent_fits() const {
    if (rule.argument_absent.empty()) return true;
    if (!it.call || it.call->open_arguments) return false;
    const auto value = argument(*it.call, rule.argument_absent);
    if (value != no_node) return facts.role(value) == Role::none;
    return !has_default_set();
  }

  // A client object that was given its limit once: session.mount(…), session.request = partial(…, timeout=…).
  [[nodiscard]] bool has_default_set() const {
    if (it.call->receiver == no_node) return false;
    const auto client = value_of(facts, it.call->receiver);
    if (client.type == no_type) return false;
    if (client.origin == no_node || client.local != nothing) return true;  // made elsewhere: not known
    const auto same = [&](NodeId receiver) { return value_of(facts, receiver).origin == client.origin; };
    for (const auto& call : facts.calls)
      if (call.receiver != no_node && facts.has(call.labels, "sets-default") && same(call.receiver))
        return true;
    for (NodeId i = 0; i < facts.tree.size(); ++i)
      if (facts.role(i) == Role::assign)
        if (const auto target = facts.part(i, Part::target);
            target != no_node && facts.role(target) == Role::attribute)
          if (same(facts.part(target, Part::object)) &&
              facts.text(facts.part(i, Part::value)).find("timeout") != std::string_view::npos)
            return true;
    return false;
  }

  [[nodiscard]] bool argument_is_fits() const {
    for (const auto& [name, allowed] : rule.argument_is) {
      const auto value = it.call ? argument(*it.call, name) : no_node;
      if (value == no_node) return false;
      if (std::find(allowed.begin(), allowed.end(), facts.text(bare(facts, value))) == allowed.end())
        return false;
    }
    return true;
  }

  // request.args["limit"]: a value that no call gives.
  [[nodiscard]] bool reads_from(NodeId expression) const {
    for (const auto value : values_behind(facts, expression))
      for (NodeId i = value; i < facts.tree[value].after; ++i)
        if (facts.role(i) == Role::attribute && (labels_of_name(i) & rule.argument_from.labels).any())
          return true;
    return false;
  }

  [[nodiscard]] Labels labels_of_name(NodeId expression) const {
    const auto name = resolved_name(facts, expression);
    const auto* row = facts.tables->call(name);
    if (!row) row = facts.tables->call_ending(name, false);
    return row ? row->labels : Labels{};
  }

  // if limit > MOST: …
  [[nodiscard]] bool compared(NodeId value) const {
    const auto& function = facts.functions[facts.owner[value]];
    for (const auto name : references(facts, value))
      for (NodeId i = function.node; i < value; ++i) {
        if (facts.role(i) != Role::compare || facts.text(i).find_first_of("<>") == std::string_view::npos)
          continue;
        for (const auto other : references(facts, i))
          if (facts.text(other) == facts.text(name)) return true;
      }
    return false;
  }

  [[nodiscard]] bool argument_from_fits() {
    if (rule.argument_from.empty()) return true;
    if (!it.call) return false;
    for (const auto& given : it.call->arguments) {
      const auto calls = all_calls_behind(facts, given.value);
      const auto has = [&](const CallSet& set) {
        return std::any_of(calls.begin(), calls.end(),
                           [&](const Call* c) { return matches(facts, *c, set, false); });
      };
      if (!(has(rule.argument_from) || reads_from(given.value)) || has(rule.argument_not_from) ||
          compared(given.value))
        continue;
      it.because.push_back(
          fmt::format("line {}: takes `{}`", facts.line(it.call->node), shown(facts, given.value)));
      return true;
    }
    return false;
  }

  [[nodiscard]] bool constant_loop() const {
    const auto iterable = bare(facts, facts.part(it.loop, Part::iterable));
    if (iterable == no_node) return false;
    if (facts.role(iterable) == Role::collection) return references(facts, iterable).empty();
    const auto* call = facts.call(iterable);
    return call && call->name == "range" &&
           std::all_of(call->arguments.begin(), call->arguments.end(),
                       [&](const Argument& a) { return facts.role(a.value) == Role::integer; });
  }

  [[nodiscard]] bool loop_fits() {
    if (!rule.loop_variant) return true;
    if (it.loop == no_node || !it.call || constant_loop()) return false;
    if (has_any_phrase(facts.text(facts.part(it.loop, Part::iterable)), rule.unless_iterable)) return false;
    if (enclosing(facts, it.call->node, Role::return_) != no_node && facts.role(it.loop) == Role::loop)
      return false;
    bool varies = depends_on_loop(facts, it.call->receiver, it.loop);
    for (const auto& given : it.call->arguments) varies |= depends_on_loop(facts, given.value, it.loop);
    if (varies)
      it.because.push_back(fmt::format("line {}: the loop goes over `{}`", facts.line(it.loop),
                                       shown(facts, facts.part(it.loop, Part::iterable))));
    return varies;
  }

  [[nodiscard]] bool holds_fits() {
    if (rule.holds.empty()) return true;
    auto scope = it.node;
    if (facts.role(it.node) == Role::except) scope = facts.part(facts.tree[it.node].parent, Part::body);
    if (scope == no_node) return false;
    for (const auto& call : facts.calls) {
      if (!facts.tree.inside(call.node, scope) || !matches(facts, call, rule.holds, true)) continue;
      it.because.push_back(fmt::format("line {}: `{}`", facts.line(call.node), shown(facts, call.callee)));
      it.fields.emplace("held", shown(facts, call.callee));
      return true;
    }
    return false;
  }

  [[nodiscard]] bool handler_fits() const {
    const auto except = facts.role(it.node) == Role::except                             ? it.node
                        : it.origin != no_node && facts.role(it.origin) == Role::except ? it.origin
                                                                                        : no_node;
    if (!rule.body.empty()) {
      if (except == no_node) return false;
      const auto kinds = body_kinds(facts, except);
      if (std::find_first_of(kinds.begin(), kinds.end(), rule.body.begin(), rule.body.end()) == kinds.end())
        return false;
    }
    if (rule.unless_types.empty() || except == no_node) return true;
    const auto types = caught_types(facts, except);
    return types.empty() || !std::all_of(types.begin(), types.end(), [&](const std::string& type) {
             return std::any_of(
                 rule.unless_types.begin(), rule.unless_types.end(), [&](const std::string& known) {
                   return known.starts_with('*') ? type.ends_with(std::string_view(known).substr(1))
                                                 : type == known;
                 });
           });
  }

  [[nodiscard]] bool words_fit() const {
    std::string name = it.name;
    if (!rule.words_of.empty()) {
      const auto field = it.fields.find(rule.words_of);
      name = field == it.fields.end() ? "" : field->second;
    }
    if (!rule.words.empty() && !has_any_phrase(name, rule.words)) return false;
    return !has_any_phrase(name, rule.unless_words);
  }

  [[nodiscard]] bool value_fits() const {
    if (rule.value_is.empty()) return true;
    auto value = bare(facts, it.origin);
    if (value != no_node && facts.role(value) == Role::identifier) {
      const auto* known = definition(facts, value);
      if (known && known->kind == Definition::Kind::assignment && !known->unpacked)
        value = bare(facts, known->value);
    }
    if (value == no_node) return false;
    if (const auto* call = facts.call(value)) return matches(facts, *call, rule.value_is, false);
    if (facts.role(value) != Role::attribute && facts.role(value) != Role::identifier) return false;
    return (labels_of_name(value) & rule.value_is.labels).any();
  }

  [[nodiscard]] bool exits_fit() const {
    if (rule.on_every_exit.empty()) return true;
    return it.call && !released(facts, *it.call, rule.on_every_exit);
  }

  [[nodiscard]] bool retry_fits() const { return !rule.unbounded || is_unbounded(facts, it.loop); }

  // From cheap to dear.
  [[nodiscard]] bool fits() {
    return words_fit() && argument_is_fits() && handler_fits() && retry_fits() && absent_fits() &&
           place_fits() && value_fits() && loop_fits() && holds_fits() && argument_from_fits() &&
           exits_fit() && !guarded(facts, rule, it);
  }
};

}  // namespace

std::optional<Candidate> judge(const Facts& facts, const Relations& relations, const Candidate& candidate) {
  // Most candidates end here, before anything is copied.
  const bool other_call =
      !relations.call.empty() &&
      !(candidate.call && matches(facts, *candidate.call, relations.call, relations.through_helpers));
  if (other_call) return std::nullopt;
  auto judged = candidate;
  if (!Judge{facts, relations, judged}.fits()) return std::nullopt;
  if (judged.because.empty())
    judged.because.push_back(
        fmt::format("line {}: `{}`", facts.line(judged.node), shown(facts, judged.node)));
  return judged;
}

}  // namespace detectors
