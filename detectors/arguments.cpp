#include "detectors/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detectors/argument_sources.hpp"
#include "detectors/facts/words.hpp"

namespace detectors {

using namespace facts;

namespace {

// What an assignment sets; where several may stand on its left, the grammar wraps the one.
NodeId set_by(const Facts& facts, NodeId assign) {
  const auto target = facts.part(assign, Part::target);
  return target == no_node ? no_node : bare(facts, target);
}

// A client object that was given its limit once: session.mount(…), client.Timeout = ….
bool has_default_set(const Facts& facts, const Call& call, const std::vector<std::string>& names) {
  const auto sets = [&](NodeId target, NodeId value) {
    if (target == no_node || facts.role(target) != Role::attribute) return false;
    const auto field = facts.text(facts.part(target, Part::name));
    return std::find(names.begin(), names.end(), field) != names.end() ||
           facts.text(value).find("timeout") != std::string_view::npos;
  };
  const auto made_here = [&](NodeId object) {
    const auto value = value_of(facts, object);
    if (value.origin != no_node) return value.origin == call.node;
    const auto* known =
        object == no_node || facts.role(object) != Role::identifier ? nullptr : definition(facts, object);
    const auto* maker = known && known->value != no_node ? facts.call(bare(facts, known->value)) : nullptr;
    // client := newClient(); client.Timeout = …
    return maker && maker->target != nothing && maker->target == call.function;
  };
  for (NodeId i = 0; i < facts.tree.size(); ++i)
    if (facts.role(i) == Role::assign && sets(set_by(facts, i), facts.part(i, Part::value)))
      if (made_here(facts.part(set_by(facts, i), Part::object))) return true;
  if (call.receiver == no_node) return false;
  const auto client = value_of(facts, call.receiver);
  if (client.type == no_type) return false;
  if (client.origin == no_node || client.local != nothing) return true;  // made elsewhere: not known
  const auto same = [&](NodeId receiver) { return value_of(facts, receiver).origin == client.origin; };
  for (const auto& other : facts.calls)
    if (other.receiver != no_node && facts.has(other.labels, "sets-default") && same(other.receiver))
      return true;
  for (NodeId i = 0; i < facts.tree.size(); ++i)
    if (facts.role(i) == Role::assign && sets(set_by(facts, i), facts.part(i, Part::value)))
      if (same(facts.part(set_by(facts, i), Part::object))) return true;
  return false;
}

bool is_fits(const Facts& facts, const Relations& rule, const Candidate& it) {
  const auto fits = [&](const auto& row) {
    const auto& [name, allowed] = row;
    const auto value = it.call ? given(facts, *it.call, name).value : no_node;
    return value != no_node &&
           std::find(allowed.begin(), allowed.end(), facts.text(bare(facts, value))) != allowed.end();
  };
  const auto& any = rule.argument_is_any;
  return std::all_of(rule.argument_is.begin(), rule.argument_is.end(), fits) &&
         (any.empty() || std::any_of(any.begin(), any.end(), fits));
}

bool has_words(const Relations& rule, std::string_view text) {
  return has_any_phrase(text, rule.argument_words) && !has_any_phrase(text, rule.unless_words);
}

// req.route.path: what the last name alone does not say.
bool says_otherwise(const Facts& facts, const Relations& rule, NodeId id) {
  return facts.role(id) == Role::attribute && facts.call(facts.part(id, Part::object)) == nullptr &&
         has_any_phrase(facts.text(facts.part(id, Part::object)), {"route"}) &&
         has_any_phrase("route", rule.unless_words);
}

// The name that a node gives to a value: the last part of a chain, a variable, the key in body["amount"].
std::string_view name_given_by(const Facts& facts, NodeId id) {
  const auto role = facts.role(id);
  if (role == Role::attribute) return facts.text(facts.part(id, Part::name));
  if (role == Role::identifier) return facts.text(id);
  const auto key = role == Role::subscript ? facts.part(id, Part::value) : no_node;
  return key != no_node && facts.role(key) == Role::string ? facts.text(key) : std::string_view{};
}

// The part of an argument that has one of the words: its own name, the last part of a chain, the key of a
// literal.
NodeId named_part(const Facts& facts, const Relations& rule, const Argument& argument) {
  if (!argument.name.empty() && has_words(rule, argument.name))
    return facts.role(bare(facts, argument.value)) != Role::string ? argument.value : no_node;
  for (NodeId i = argument.value; i < facts.tree[argument.value].after; ++i) {
    const auto* inner = facts.call(i);
    const bool carries = inner && !rule.argument_from.empty() && makes_object(facts, *inner);
    if (inner && inner->receiver == no_node && !inner->arguments.empty() && !only_converts(inner->method) &&
        !carries) {
      i = facts.tree[i].after - 1;
      continue;
    }
    const auto* around = facts.call(facts.tree[i].parent);  // types.ID(from): no name of a value
    const bool called = around && around->callee == i && !around->arguments.empty();
    if (const auto name = called ? std::string_view{} : name_given_by(facts, i);
        !name.empty() && has_words(rule, name) && !says_otherwise(facts, rule, i))
      return i;
    if (facts.role(i) == Role::attribute && facts.call(facts.part(i, Part::object)) == nullptr)
      i = facts.tree[i].after - 1;
  }
  return no_node;
}

bool words_fit(const Facts& facts, const Relations& rule, Candidate& it) {
  if (rule.argument_words.empty()) return true;
  if (!it.call) return false;
  for (const auto& argument : it.call->arguments) {
    const auto part = named_part(facts, rule, argument);
    if (part != no_node) it.fields.insert_or_assign("argument", shown(facts, part));
    if (part != no_node) return true;
    if (!argument.name.empty() && has_words(rule, argument.name)) return false;  // a constant
  }
  return false;
}

bool from_fits(const Facts& facts, const Relations& rule, Candidate& it) {
  if (rule.argument_from.empty()) return true;
  if (!it.call) return false;
  for (const auto& argument : it.call->arguments) {
    const bool named =
        rule.argument_words.empty() || (named_part(facts, rule, argument) != no_node &&
                                        comes_unchanged_from(facts, argument.value, rule.argument_from));
    if (!named || !comes_from(facts, argument.value, rule.argument_from) ||
        comes_from(facts, argument.value, rule.argument_not_from) || is_checked(facts, argument.value))
      continue;
    it.because.push_back(
        fmt::format("line {}: takes `{}`", facts.line(it.call->node), shown(facts, argument.value)));
    it.fields.insert_or_assign("argument", shown(facts, argument.value));
    return true;
  }
  return false;
}

}  // namespace

Labels labels_of_name(const Facts& facts, NodeId expression) {
  std::string name;
  if (facts.role(expression) == Role::attribute)
    if (const auto owner = value_of(facts, facts.part(expression, Part::object)).type; owner != no_type)
      name =
          facts.tables->type(owner).name + "." + std::string(facts.text(facts.part(expression, Part::name)));
  if (const auto* row = name.empty() ? nullptr : facts.tables->call(name)) return row->labels;
  name = resolved_name(facts, expression);
  const auto* row = facts.tables->call(name);
  if (!row) row = facts.tables->call_ending(name, false);
  return row ? row->labels : Labels{};
}

// **kwargs may hold anything: then nothing is known to be absent.
bool absent_fits(const Facts& facts, const Relations& rule, const Candidate& it) {
  if (rule.argument_absent.empty()) return true;
  if (!it.call || it.call->open_arguments) return false;
  for (const auto& name : rule.argument_absent) {
    const auto found = given(facts, *it.call, name);
    if (found.unknown) return false;
    if (found.value != no_node) return facts.role(found.value) == Role::none;
  }
  return !has_default_set(facts, *it.call, rule.argument_absent);
}

namespace {

// &http.Transport{…}, http.DefaultTransport, or a call on it: what the rule knows, at once or through a
// variable.
bool is_known(const Facts& facts, NodeId value, const std::vector<std::string>& names) {
  auto node = bare(facts, value);
  for (int steps = 8; steps > 0 && node != no_node && facts.role(node) == Role::identifier; --steps) {
    const auto* known = definition(facts, node);
    if (!known || known->kind != Definition::Kind::assignment || known->value == no_node) return false;
    node = bare(facts, known->value);
  }
  if (node == no_node) return false;
  const auto* call = facts.call(node);
  const auto name = call ? call->name : resolved_name(facts, node);
  const auto dials = call ? argument(*call, "DialContext") : no_node;  // over a socket or a tunnel of its own
  if (dials != no_node && facts.role(bare(facts, dials)) == Role::lambda) return false;
  return std::any_of(names.begin(), names.end(), [&](const std::string& known) {
    return name == known || name.starts_with(known + ".");
  });
}

// client.Transport = tr
NodeId set_later(const Facts& facts, const Call& call, const std::string& name) {
  const auto end = facts.tree[facts.functions[call.function].node].after;
  for (NodeId i = call.node; i < end; ++i) {
    if (facts.role(i) != Role::assign) continue;
    const auto target = set_by(facts, i);
    if (target == no_node || facts.role(target) != Role::attribute) continue;
    if (facts.text(facts.part(target, Part::name)) == name &&
        value_of(facts, facts.part(target, Part::object)).origin == call.node)
      return facts.part(i, Part::value);
  }
  return no_node;
}

bool known_fits(const Facts& facts, const Relations& rule, const Candidate& it) {
  return std::all_of(rule.argument_known.begin(), rule.argument_known.end(), [&](const auto& row) {
    if (!it.call) return true;
    auto passed = given(facts, *it.call, row.first).value;
    if (passed == no_node) passed = set_later(facts, *it.call, row.first);
    return passed == no_node || is_known(facts, passed, row.second);
  });
}

}  // namespace

bool passed_fits(const Facts& facts, const Relations& rule, Candidate& it) {
  return is_fits(facts, rule, it) && known_fits(facts, rule, it) && words_fit(facts, rule, it) &&
         from_fits(facts, rule, it);
}

}  // namespace detectors
