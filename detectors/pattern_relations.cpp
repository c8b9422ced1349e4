#include "detectors/pattern_relations.hpp"

#include <algorithm>

#include "detectors/syntax/expression.hpp"

namespace detectors {
namespace {

using facts::no_node;
using facts::NodeId;

// More than a person's function holds; it bounds what a rule costs on a text of no person.
constexpr NodeId most_nodes_tried = 20'000;

std::optional<Bindings> found_around(const PatternRelation& relation, const facts::Facts& facts,
                                     const Candidate& it) {
  for (auto at = facts.tree[it.node].parent; at != no_node; at = facts.tree[at].parent)
    if (auto bound = match_at(relation.pattern, facts.tree, at, it.bindings)) return bound;
  return std::nullopt;
}

std::optional<Bindings> found_within(const PatternRelation& relation, const facts::Facts& facts,
                                     const Candidate& it) {
  const auto end = std::min(facts.tree[it.node].after, it.node + most_nodes_tried);
  for (NodeId at = it.node + 1; at < end; ++at)
    if (auto bound = match_at(relation.pattern, facts.tree, at, it.bindings)) return bound;
  return std::nullopt;
}

std::optional<Bindings> found_beside(const PatternRelation& relation, const facts::Facts& facts,
                                     const Candidate& it) {
  for (NodeId at = 0; at < facts.tree.size(); ++at)
    if (facts.tree[at].kind == relation.pattern.root.symbol)
      if (auto bound = match_at(relation.pattern, facts.tree, at, it.bindings)) return bound;
  return std::nullopt;
}

std::optional<Bindings> found(const PatternRelation& relation, const facts::Facts& facts,
                              const Candidate& it) {
  switch (relation.place) {
    case PatternRelation::Place::here:
      return match_at(relation.pattern, facts.tree, it.node, it.bindings);
    case PatternRelation::Place::around:
      return found_around(relation, facts, it);
    case PatternRelation::Place::within:
      return found_within(relation, facts, it);
    case PatternRelation::Place::beside:
      return found_beside(relation, facts, it);
  }
  return std::nullopt;
}

bool expressions_fit(const facts::Facts& facts, const Relations& rule, const Candidate& it) {
  return std::all_of(rule.matches.begin(), rule.matches.end(), [&](const auto& each) {
    if (const auto bound = it.bindings.find(each.first); bound != it.bindings.end())
      return syntax::found_in(bound->second, each.second);
    if (each.first == "subject") return syntax::found_in(facts.text(it.node), each.second);
    const auto field = it.fields.find(each.first);
    return field != it.fields.end() && syntax::found_in(field->second, each.second);
  });
}

}  // namespace

bool patterns_fit(const facts::Facts& facts, const Relations& rule, Candidate& candidate) {
  const auto relations = rule.pattern_relations.find(facts.tree.language());
  if (relations != rule.pattern_relations.end())
    for (const bool wanted : {true, false})  // what must be there binds what must not
      for (const auto& relation : relations->second) {
        if (relation.wanted != wanted) continue;
        auto bound = found(relation, facts, candidate);
        if (bound.has_value() != wanted) return false;
        if (bound) candidate.bindings = std::move(*bound);
      }
  return expressions_fit(facts, rule, candidate);
}

}  // namespace detectors
