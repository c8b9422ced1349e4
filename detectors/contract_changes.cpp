// Subject: what a change takes from those who read this program's answers, or newly asks of those who send.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/contract_types.hpp"
#include "detectors/contracts.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

namespace {

const ContractField* find_field(const Contract& contract, const std::string& name) {
  const auto found = std::find_if(contract.fields.begin(), contract.fields.end(),
                                  [&](const ContractField& each) { return each.name == name; });
  return found == contract.fields.end() ? nullptr : &*found;
}

bool shares_a_word(const std::string& one, const std::string& other) {
  const auto words = facts::split_words(one);
  const auto others = facts::split_words(other);
  return std::find_first_of(words.begin(), words.end(), others.begin(), others.end()) != words.end();
}

std::size_t missing_in(const Contract& some, const Contract& all) {
  return static_cast<std::size_t>(
      std::count_if(some.fields.begin(), some.fields.end(),
                    [&](const ContractField& each) { return !find_field(all, each.name); }));
}

// A new field of the same type, where one has gone, that shares a word with it; or any, where nothing else
// has gone and it was always there. Most likely it is the same under another name.
const ContractField* renamed_to(const ContractField& gone, const Contract& before, const Contract& after) {
  const bool alone = missing_in(before, after) == 1 && !gone.nullable;
  const auto found = std::find_if(after.fields.begin(), after.fields.end(), [&](const ContractField& each) {
    return each.type == gone.type && !find_field(before, each.name) &&
           (alone || shares_a_word(gone.name, each.name));
  });
  return found == after.fields.end() ? nullptr : &*found;
}

// Those of `some` that `all` has not.
std::vector<std::string> missing(std::vector<std::string> some, const std::vector<std::string>& all) {
  std::erase_if(
      some, [&](const std::string& each) { return std::find(all.begin(), all.end(), each) != all.end(); });
  return some;
}

// A list of values that grew, or became any text, is another change than another type; an empty kind is no
// change at all. Of an answer counts what is sent now and was not before, of a request what was taken and no
// longer is.
std::pair<std::string_view, std::string> retyped(const ContractField& old, const ContractField& now,
                                                 bool request) {
  const auto was = sent_type(old.type);
  const auto is = sent_type(now.type);
  const auto were = literal_values(was);
  const auto are = literal_values(is);
  const auto gone = missing(were, are);
  const auto added = missing(are, were);
  if (were.empty() || are.empty()) {
    if (request) return {surely_exceeds(was, is) ? "now narrower" : "", now.type};
    if (!were.empty() && is.members == std::vector<std::string>{"text"}) return {"value added", now.type};
    return {surely_exceeds(is, was) ? "type changed" : "", now.type};
  }
  if (request) return {gone.empty() ? "" : "now narrower", fmt::format("one of {}", fmt::join(are, ", "))};
  if (!gone.empty() && !added.empty()) return {"type changed", now.type};
  return {added.empty() ? "" : "value added", fmt::format("{}", fmt::join(added, ", "))};
}

// One value only, which tells alternatives apart and nothing else; or a name that was said to go.
bool is_missed(const ContractField& gone) {
  return literal_values(sent_type(gone.type)).size() != 1 && !gone.deprecated;
}

// Nobody is refused who leaves it out.
bool takes_anything(const ContractField& field) { return field.type == "any" || field.type == "unknown"; }

void compare(const Contract& before, const Contract& after, std::vector<ContractChange>& changes) {
  const auto add = [&](std::string_view kind, const ContractField& field, std::string now,
                       syntax::NodeId node) {
    const bool plain =
        before.plain && after.plain &&
        (before.request ? kind != "new required field" || !takes_anything(field) : is_missed(field));
    changes.push_back({std::string(kind), after.name, field.name, std::move(now), plain, node});
  };
  for (const auto& old : before.fields) {
    const auto* now = find_field(after, old.name);
    if (is_function_type(old.type)) continue;
    if (!now) {
      // What is no longer taken is ignored; what is no longer sent is missed, unless it comes from there now.
      if (after.request || before.others != after.others) continue;
      const auto* other = renamed_to(old, before, after);
      if (other)
        add("field renamed", old, other->name, other->node);
      else
        add("field removed", old, "", after.node);
    } else if (!after.request && now->nullable && !old.nullable) {
      add("now nullable", old, now->type, now->node);
    } else if (now->type != old.type && now->nullable == old.nullable) {
      if (auto [kind, to] = retyped(old, *now, after.request); !kind.empty())
        add(kind, old, std::move(to), now->node);
    }
  }
  for (const auto& now : after.fields) {
    const auto* old = find_field(before, now.name);
    const bool renamed =
        !old && std::any_of(changes.begin(), changes.end(), [&](auto& c) { return c.node == now.node; });
    if (after.request && now.required && !renamed && !is_function_type(now.type) && (!old || !old->required))
      add("new required field", now, now.type, now.node);
  }
}

// Of several of one name nobody knows which became which.
const Contract* only_one(const std::vector<Contract>& contracts, const std::string& name) {
  const Contract* found = nullptr;
  for (const auto& each : contracts) {
    if (each.name != name) continue;
    if (found) return nullptr;
    found = &each;
  }
  return found;
}

}  // namespace

std::vector<ContractChange> contract_changes(const std::vector<Contract>& before,
                                             const std::vector<Contract>& after) {
  std::vector<ContractChange> changes;
  for (const auto& now : after) {
    const auto* old = only_one(before, now.name);
    if (old && only_one(after, now.name)) compare(*old, now, changes);
  }
  return changes;
}

void find_contract_changes(const facts::Facts& facts, std::vector<Candidate>& found) {
  if (!facts.before) return;
  for (const auto& change : contract_changes(contracts_of(*facts.before), contracts_of(facts.tree))) {
    Candidate candidate{
        .node = change.node, .origin = change.node, .name = change.kind + (change.plain ? ", plainly" : "")};
    candidate.fields = {
        {"contract", change.contract}, {"field", change.field}, {"now", change.now}, {"step", change.kind}};
    candidate.because = {fmt::format("line {}: {} of `{}`: `{}`{}", facts.line(change.node), change.kind,
                                     change.contract, change.field,
                                     change.now.empty() ? "" : fmt::format(", now `{}`", change.now))};
    found.push_back(std::move(candidate));
  }
}

}  // namespace detectors
