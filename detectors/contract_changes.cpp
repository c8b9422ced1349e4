// Subject: what a change takes from those who read this program's answers, or newly asks of those who send.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/contracts.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

namespace {

const ContractField* find_field(const Contract& contract, const std::string& name) {
  const auto found = std::find_if(contract.fields.begin(), contract.fields.end(),
                                  [&](const ContractField& each) { return each.name == name; });
  return found == contract.fields.end() ? nullptr : &*found;
}

// A new field of the same type, where one has gone: most likely the same under another name.
const ContractField* renamed_to(const ContractField& gone, const Contract& before, const Contract& after) {
  const auto same_type = [&](const ContractField& each) {
    return each.type == gone.type && !find_field(before, each.name);
  };
  const auto found = std::find_if(after.fields.begin(), after.fields.end(), same_type);
  return found == after.fields.end() ? nullptr : &*found;
}

// "open" | "paid", or Literal["open", "paid"]; none when other types are among them.
std::vector<std::string> literals_of(std::string_view type) {
  const bool listed = type.starts_with("Literal[") && type.ends_with(']');
  if (listed) type = type.substr(8, type.size() - 9);
  std::vector<std::string> values;
  while (!type.empty()) {
    const auto end = std::min(type.find(listed ? ',' : '|'), type.size());
    const auto first = type.find_first_not_of(" \t\n");
    const auto last = type.find_last_not_of(" \t\n", end == 0 ? 0 : end - 1);
    const auto value = first < end ? type.substr(first, last - first + 1) : std::string_view();
    if (!value.empty() &&
        (value.size() < 2 || (value[0] != '"' && value[0] != '\'') || value.back() != value[0]))
      return {};
    if (!value.empty()) values.emplace_back(value.substr(1, value.size() - 2));
    type.remove_prefix(std::min(end + 1, type.size()));
  }
  return values;
}

// Those of `some` that `all` has not.
std::vector<std::string> missing(std::vector<std::string> some, const std::vector<std::string>& all) {
  std::erase_if(
      some, [&](const std::string& each) { return std::find(all.begin(), all.end(), each) != all.end(); });
  return some;
}

// A list of values that grew is another change than another type; an empty kind is no change at all.
std::pair<std::string_view, std::string> retyped(const ContractField& old, const ContractField& now,
                                                 bool request) {
  const auto were = literals_of(old.type);
  const auto are = literals_of(now.type);
  const auto gone = missing(were, are);
  const auto added = missing(are, were);
  if (were.empty() || are.empty()) return {"type changed", now.type};
  if (request) return {gone.empty() ? "" : "now narrower", fmt::format("one of {}", fmt::join(are, ", "))};
  if (!gone.empty()) return {"type changed", now.type};
  return {added.empty() ? "" : "value added", fmt::format("{}", fmt::join(added, ", "))};
}

void compare(const Contract& before, const Contract& after, std::vector<ContractChange>& changes) {
  const auto add = [&](std::string_view kind, const std::string& field, std::string now,
                       syntax::NodeId node) {
    changes.push_back({std::string(kind), after.name, field, std::move(now), node});
  };
  for (const auto& old : before.fields) {
    const auto* now = find_field(after, old.name);
    if (!now) {
      const auto* other = renamed_to(old, before, after);
      if (other)
        add("field renamed", old.name, other->name, other->node);
      else if (!after.request)  // what is no longer taken is ignored; what is no longer sent is missed
        add("field removed", old.name, "", after.node);
    } else if (!after.request && now->nullable && !old.nullable) {
      add("now nullable", old.name, now->type, now->node);
    } else if (now->type != old.type && now->nullable == old.nullable) {
      if (auto [kind, to] = retyped(old, *now, after.request); !kind.empty())
        add(kind, old.name, std::move(to), now->node);
    }
  }
  for (const auto& now : after.fields) {
    const auto* old = find_field(before, now.name);
    const bool renamed =
        !old && std::any_of(changes.begin(), changes.end(), [&](auto& c) { return c.node == now.node; });
    if (after.request && now.required && !renamed && (!old || !old->required))
      add("new required field", now.name, now.type, now.node);
  }
}

}  // namespace

std::vector<ContractChange> contract_changes(const std::vector<Contract>& before,
                                             const std::vector<Contract>& after) {
  std::vector<ContractChange> changes;
  for (const auto& now : after) {
    const auto old =
        std::find_if(before.begin(), before.end(), [&](auto& each) { return each.name == now.name; });
    if (old != before.end()) compare(*old, now, changes);
  }
  return changes;
}

void find_contract_changes(const facts::Facts& facts, std::vector<Candidate>& found) {
  if (!facts.before) return;
  for (const auto& change : contract_changes(contracts_of(*facts.before), contracts_of(facts.tree))) {
    Candidate candidate{.node = change.node, .origin = change.node, .name = change.kind};
    candidate.fields = {
        {"contract", change.contract}, {"field", change.field}, {"now", change.now}, {"step", change.kind}};
    candidate.because = {fmt::format("line {}: {} of `{}`: `{}`{}", facts.line(change.node), change.kind,
                                     change.contract, change.field,
                                     change.now.empty() ? "" : fmt::format(", now `{}`", change.now))};
    found.push_back(std::move(candidate));
  }
}

}  // namespace detectors
