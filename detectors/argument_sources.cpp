#include "detectors/argument_sources.hpp"

#include <algorithm>

#include "detectors/arguments.hpp"
#include "detectors/facts/labels.hpp"

namespace detectors {

using namespace facts;

// int(x), strconv.Itoa(id): still the same value. What another call makes of it is not.
bool only_converts(std::string_view method) {
  for (const std::string_view known :
       {"str",  "int",       "float",  "Decimal", "String",   "Number",  "parseInt", "parseFloat",
        "Itoa", "FormatInt", "Sprint", "Sprintf", "toString", "valueOf", "format",   "BigDecimal",
        "UUID", "ParseInt",  "Atoi",   "int64",   "uint64",   "string"})
    if (method == known) return true;
  return false;
}

bool makes_object(const Facts& facts, const Call& call) { return facts.text(call.node).starts_with("new "); }

namespace {

bool keeps_value(const Facts& facts, const Call& call) {
  return only_converts(call.method) || makes_object(facts, call);
}

// f(@RequestBody Refund wanted)
Labels labels_of_own_parameter(const Facts& facts, NodeId name) {
  const auto* known = is_reference(facts, name) ? definition(facts, name) : nullptr;
  return known && known->kind == Definition::Kind::parameter ? labels_of_parameter(facts, *known) : Labels{};
}

// amountOf(id) inside of the value: what that call makes of it is its own.
bool goes_through_call(const Facts& facts, NodeId inside, NodeId value) {
  for (auto at = inside; at != value; at = facts.tree[at].parent) {
    const auto* around = facts.call(facts.tree[at].parent);
    if (!around) continue;  // the parent of an argument is the list of them
    if (at != around->callee && at != around->receiver && !keeps_value(facts, *around)) return true;
  }
  return false;
}

// request.args["limit"], a parameter that the framework fills: a value that no call gives.
bool reads_from(const Facts& facts, NodeId expression, const Labels& labels) {
  for (const auto value : values_behind(facts, expression))
    for (NodeId i = value; i < facts.tree[value].after; ++i) {
      if (facts.role(i) == Role::attribute && (labels_of_name(facts, i) & labels).any()) return true;
      if (facts.role(i) == Role::identifier && (labels_of_own_parameter(facts, i) & labels).any() &&
          !goes_through_call(facts, i, value))
        return true;
    }
  return false;
}

// if limit > MOST: …
bool compared(const Facts& facts, NodeId value) {
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

bool behind_it(const Facts& facts, NodeId expression, const CallSet& set) {
  const auto calls = all_calls_behind(facts, expression);
  return std::any_of(calls.begin(), calls.end(),
                     [&](const Call* call) { return matches(facts, *call, set, false); }) ||
         reads_from(facts, expression, set.labels);
}

// The value itself is such: through variables, conversions and what decoded into it. What another call makes
// of such a value is its own.
bool is_itself(const Facts& facts, NodeId expression, const CallSet& set) {
  std::vector<NodeId> open{expression};
  for (int steps = 40; !open.empty() && steps > 0; --steps) {
    const auto node = bare(facts, open.back());
    open.pop_back();
    if (node == no_node) continue;
    const auto* call = facts.call(node);
    if (call && (matches(facts, *call, set, false) ||
                 (facts.has(call->labels, "fills") && behind_it(facts, node, set))))
      return true;
    if (call && only_converts(call->method))
      for (const auto& given : call->arguments) open.push_back(given.value);
    if (facts.role(node) == Role::attribute && (labels_of_name(facts, node) & set.labels).any()) return true;
    if (facts.role(node) == Role::binary)
      open.insert(open.end(), {facts.part(node, Part::left), facts.part(node, Part::right)});
    const auto root = root_of(facts, node);
    const auto* known = root == no_node ? nullptr : definition(facts, root);
    if (known && known->kind == Definition::Kind::assignment) open.push_back(known->value);
  }
  return false;
}

// record Refund(long amount) { Refund { if (amount <= 0) throw … } }
bool holds_bounds(const Facts& facts, NodeId type) {
  for (NodeId i = type; i < facts.tree[type].after; ++i)
    if (facts.role(i) == Role::compare && facts.text(i).find_first_of("<>") != std::string_view::npos)
      return true;
  return false;
}

// amount int `json:"amount" binding:"min=1"`: the library looks at its range; or the type does by itself.
bool checked_by_type(const Facts& facts, NodeId expression) {
  for (const auto name : references(facts, expression)) {
    const auto type = value_of(facts, name).local;
    if (type == nothing) continue;
    const auto text = facts.text(facts.types[type].node);
    if (text.find("binding:") != std::string_view::npos || text.find("validate:") != std::string_view::npos ||
        holds_bounds(facts, facts.types[type].node))
      return true;
  }
  return false;
}

}  // namespace

bool comes_from(const Facts& facts, NodeId expression, const CallSet& set) {
  return !set.empty() && behind_it(facts, expression, set);
}

bool comes_unchanged_from(const Facts& facts, NodeId expression, const CallSet& set) {
  return !facts.traits().errors_are_values || is_itself(facts, expression, set);
}

bool is_checked(const Facts& facts, NodeId expression) {
  return compared(facts, expression) || checked_by_type(facts, expression);
}

}  // namespace detectors
