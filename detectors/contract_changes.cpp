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
      add("type changed", old.name, now->type, now->node);
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
