#include "detectors/relations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "detectors/arguments.hpp"
#include "detectors/contexts.hpp"
#include "detectors/facts/checks.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/guards.hpp"
#include "detectors/held.hpp"
#include "detectors/loops.hpp"
#include "detectors/name_relations.hpp"
#include "detectors/pattern_relations.hpp"

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
           !in_excused_function(facts.owner[at]);
  }

  // The function itself; of one that is handed on the one around it, unless it answers requests.
  [[nodiscard]] bool in_excused_function(FunctionId function) const {
    if (rule.unless_function.empty()) return false;
    for (auto at = function; at != 0; at = facts.functions[at].parent) {
      const auto& each = facts.functions[at];
      if (has_any_phrase(each.name, rule.unless_function)) return true;
      if (!each.lambda || !each.name.empty() || facts.has(each.decorated, "route") ||
          facts.has(each.decorated, "consumer"))
        return false;
    }
    return false;
  }

  // f(context.WithCancel(…)): the call that the subject is an argument of.
  [[nodiscard]] bool is_argument_of_excused() const {
    if (rule.unless_argument_of.empty()) return false;
    for (auto at = facts.tree[it.node].parent; at != no_node && facts.owner[at] == facts.owner[it.node];
         at = facts.tree[at].parent)
      if (const auto* outer = facts.call(at))
        return std::find(rule.unless_argument_of.begin(), rule.unless_argument_of.end(), outer->method) !=
               rule.unless_argument_of.end();
    return false;
  }

  // A word of the name that means something else in such a file counts for nothing: the others must speak.
  [[nodiscard]] bool named_in_such_a_file(const std::string& name) const {
    auto words = rule.words;
    for (const auto& [word, of_file] : rule.unless_file_words)
      if (has_any_phrase(name, {word}) && has_any_phrase(file_names(), of_file)) std::erase(words, word);
    return words.size() == rule.words.size() || has_any_phrase(name, words);
  }

  // Its path and its types: they say what a file is about.
  [[nodiscard]] std::string file_names() const {
    std::string names = facts.file->path();
    for (const auto& type : facts.types) names.append(" ").append(type.name);
    return names;
  }

  // Setting a field to a constant twice is setting it once.
  [[nodiscard]] bool change_fits() const {
    if (!rule.changes_value || !it.call || !facts.has(it.call->labels, "update")) return true;
    const auto text = facts.text(it.call->node);
    for (const std::string_view sign :
         {" + ", " - ", "+ ?", "+ $", "- $", "increment", "decrement", "+ :", "- :"})
      if (text.find(sign) != std::string_view::npos) return true;
    return facts.has(it.call->labels, "sql") && text.find("SET") == std::string_view::npos;
  }

  [[nodiscard]] bool loop_fits() {
    const bool excused = it.loop != no_node && !rule.unless_iterable.empty() &&
                         has_any_phrase(facts.text(loop_iterable(facts, it.loop)), rule.unless_iterable);
    if (excused) return false;
    if (!rule.loop_variant) return true;
    if (it.loop == no_node || !it.call || is_constant_loop(facts, it.loop)) return false;
    if (enclosing(facts, it.call->node, Role::return_) != no_node && facts.role(it.loop) == Role::loop)
      return false;
    if (ends_search(facts, it.loop, it.call->node)) return false;
    bool varies = depends_on_loop(facts, it.call->receiver, it.loop);
    for (const auto& given : it.call->arguments) varies |= depends_on_loop(facts, given.value, it.loop);
    if (const auto over = varies ? loop_iterable(facts, it.loop) : no_node; over != no_node)
      it.because.push_back(
          fmt::format("line {}: the loop goes over `{}`", facts.line(it.loop), shown(facts, over)));
    return varies;
  }

  // Other calls of the function: before it, after it, anywhere.
  [[nodiscard]] bool neighbours_fit() {
    return neighbour_fits(rule.before,
                          [&](const Call& other) { return other.node > facts.tree[it.node].after; }) &&
           neighbour_fits(rule.after, [&](const Call& other) { return other.node < it.node; }) &&
           neighbour_fits(rule.beside, [&](const Call& other) { return other.node != it.node; });
  }

  template <class Place>
  [[nodiscard]] bool neighbour_fits(const CallSet& wanted, Place fits) {
    if (wanted.empty()) return true;
    for (const auto index : facts.functions[facts.owner[it.node]].calls) {
      const auto& other = facts.calls[index];
      if (!fits(other) || !matches(facts, other, wanted, true) || apart(other.node)) continue;
      it.because.push_back(fmt::format("line {}: `{}`", facts.line(other.node), shown(facts, other.callee)));
      it.fields.emplace("other", shown(facts, other.callee));
      return true;
    }
    return false;
  }

  // The two never happen in one pass: one of them stands in a branch that leaves, and the other is no part of
  // it.
  [[nodiscard]] bool apart(NodeId other) const {
    return leaves_without(other, it.node) || (it.node < other && leaves_without(it.node, other));
  }

  [[nodiscard]] bool leaves_without(NodeId inside, NodeId outside) const {
    for (auto at = facts.tree[inside].parent; at != no_node && facts.owner[at] == facts.owner[inside];
         at = facts.tree[at].parent)
      if (const auto body = facts.role(at) == Role::branch ? facts.part(at, Part::body) : no_node;
          body != no_node && facts.tree.inside(inside, body) && !facts.tree.inside(outside, at) &&
          leaves_at_end(facts, body))
        return true;
    return false;
  }

  [[nodiscard]] bool handler_fits() const {
    if (!rule.body.empty()) {
      if (!it.failure) return false;
      const auto kinds = body_kinds(facts, *it.failure);
      if (std::find_first_of(kinds.begin(), kinds.end(), rule.body.begin(), rule.body.end()) == kinds.end())
        return false;
    }
    if (rule.unless_types.empty() || !it.failure) return true;
    const auto types = caught_types(facts, *it.failure);
    return types.empty() || !std::all_of(types.begin(), types.end(),
                                         [&](const std::string& type) { return is_excused(type); });
  }

  [[nodiscard]] bool is_excused(const std::string& type) const {
    return std::any_of(rule.unless_types.begin(), rule.unless_types.end(), [&](const std::string& known) {
      return known.starts_with('*') ? type.ends_with(std::string_view(known).substr(1)) : type == known;
    });
  }

  [[nodiscard]] bool words_fit() const {
    std::string name = it.name;
    if (!rule.words_of.empty()) {
      const auto field = it.fields.find(rule.words_of);
      name = field == it.fields.end() ? "" : field->second;
    }
    if (!rule.words.empty() && !has_any_phrase(name, rule.words)) return false;
    if (!named_in_such_a_file(name)) return false;
    return !rule.argument_words.empty() || !has_any_phrase(name, rule.unless_words);
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
    return (labels_of_name(facts, value) & rule.value_is.labels).any();
  }

  [[nodiscard]] bool exits_fit() const {
    return leaks(rule.on_every_exit, true) && leaks(rule.on_every_return, false);
  }

  [[nodiscard]] bool leaks(const std::vector<std::string>& by, bool calls_leave) const {
    return by.empty() || (it.call && !released(facts, *it.call, by, calls_leave));
  }

  [[nodiscard]] bool retry_fits() const { return !rule.unbounded || is_unbounded(facts, it.loop, it.origin); }

  // From cheap to dear.
  [[nodiscard]] bool fits() {
    return words_fit() && patterns_fit(facts, rule, it) && handler_fits() && retry_fits() && place_fits() &&
           absent_fits(facts, rule, it) && value_fits() && !is_argument_of_excused() && change_fits() &&
           name_fits(facts, rule, it) && loop_fits() && held_fits(facts, rule, it) && neighbours_fit() &&
           passed_fits(facts, rule, it) && exits_fit() && !guarded(facts, rule, it);
  }
};

}  // namespace

bool file_fits(const Facts& facts, const Relations& relations) {
  if (relations.file_words.empty() || facts.tree.language() == syntax::Language::sql) return true;
  std::unordered_set<std::string_view> seen;
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    if (!facts.tree[i].named || facts.tree[i].after != i + 1) continue;
    const auto text = facts.text(i).substr(0, 200);
    if (seen.insert(text).second && has_any_phrase(text, relations.file_words)) return true;
  }
  return false;
}

std::optional<Candidate> judge(const Facts& facts, const Relations& relations, const Candidate& candidate) {
  // Most candidates end here, before anything is copied.
  const bool other_call =
      !relations.call.empty() &&
      !(candidate.call && matches(facts, *candidate.call, relations.call, relations.through_helpers));
  if (other_call) return std::nullopt;
  if (!relations.call_not.empty() && candidate.call &&
      matches(facts, *candidate.call, relations.call_not, relations.through_helpers))
    return std::nullopt;
  auto judged = candidate;
  if (!Judge{facts, relations, judged}.fits()) return std::nullopt;
  if (judged.because.empty())
    judged.because.push_back(
        fmt::format("line {}: `{}`", facts.line(judged.node), shown(facts, judged.node)));
  return judged;
}

}  // namespace detectors
