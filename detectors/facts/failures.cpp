// Where code deals with failure, in the three ways that languages have: except clauses, errors that are
// values, and promises.
#include <algorithm>

#include "detectors/facts/facts.hpp"
#include "detectors/facts/words.hpp"

namespace detectors::facts {
namespace {

bool names_an_error(std::string_view name) {
  const auto words = split_words(name);
  return !words.empty() &&  // err, ferr, dberr, parseErr, error, errRead
         (words.back().ends_with("err") || words.back() == "error" || words.front() == "err");
}

struct Finder {
  Facts& facts;

  void add_except(NodeId node) {
    const auto whole = facts.tree[node].parent;
    const auto type = facts.part(node, Part::type);
    Failure failure{.node = node, .body = facts.part(node, Part::body), .whole = whole, .types = type};
    failure.tried = facts.part(whole, Part::body);
    failure.name = facts.text(facts.part(node, Part::name));
    if (type != no_node && facts.role(type) == Role::as) {
      failure.types = facts.part(type, Part::value);
      failure.name = facts.text(facts.part(type, Part::alias));
    }
    failure.function = facts.owner[node];
    facts.failures.push_back(failure);
  }

  // The variable of `err != nil` somewhere in the condition, and whether it is asked for being there.
  std::pair<NodeId, bool> error_asked_for(NodeId condition) {
    for (NodeId i = condition; i < facts.tree[condition].after; ++i) {
      if (facts.role(i) != Role::compare) continue;
      const auto left = facts.tree.first_child(i);
      const auto text = facts.text(i);
      const bool nil = text.ends_with("nil");
      if (left == no_node || facts.role(left) != Role::identifier || !nil ||
          !names_an_error(facts.text(left)))
        continue;
      return {left, text.find("!=") != std::string_view::npos};
    }
    return {no_node, false};
  }

  // The statement that gave the error its value, when it is a call's result.
  void add_branch(NodeId node) {
    const auto condition = facts.part(node, Part::condition);
    if (condition == no_node) return;
    const auto [variable, failed] = error_asked_for(condition);
    if (variable == no_node) return;
    const auto* known = definition(facts, variable);
    if (!known || known->value == no_node || known->kind != Definition::Kind::assignment) return;
    facts.failures.push_back({.kind = failed ? Failure::Kind::branch : Failure::Kind::success,
                              .node = node,
                              .body = facts.part(node, Part::body),
                              .tried = known->value,
                              .whole = known->whole,
                              .types = condition,
                              .name = known->name,
                              .function = facts.owner[node]});
  }

  // _ = f(), or x, _ := f()
  void add_dropped(NodeId node) {
    const auto value = facts.part(node, Part::value);
    const auto target = facts.part(node, Part::target);
    if (value == no_node || target == no_node || facts.call(bare(facts, value)) == nullptr) return;
    NodeId last = no_node;
    for (const auto name : references(facts, target)) last = name;
    if (last == no_node || facts.text(last) != "_") return;
    add_unlooked(node, value);
  }

  void add_unlooked(NodeId node, NodeId tried) {
    facts.failures.push_back({.kind = Failure::Kind::dropped,
                              .node = node,
                              .tried = tried,
                              .whole = node,
                              .function = facts.owner[node]});
  }

  void add_promise(const Call& call) {
    if (call.method != "catch" || call.receiver == no_node || call.arguments.size() != 1) return;
    const auto handler = bare(facts, call.arguments.front().value);
    if (facts.role(handler) != Role::lambda) return;
    const auto parameters = facts.part(handler, Part::parameters);
    Failure failure{.node = call.node, .body = facts.part(handler, Part::body), .tried = call.receiver};
    failure.whole = call.node;
    failure.function = call.function;
    if (parameters != no_node)
      for (const auto name : references(facts, parameters)) failure.name = facts.text(name);
    facts.failures.push_back(failure);
  }

  void add(NodeId node) {
    const bool values = facts.traits().errors_are_values;
    switch (facts.role(node)) {
      case Role::except:
        return add_except(node);
      case Role::branch:
        if (values) add_branch(node);
        return;
      case Role::assign:
        if (values) add_dropped(node);
        return;
      case Role::statement:
        if (const auto child = facts.tree.first_child(node);
            values && child != no_node && facts.call(child) != nullptr)
          add_unlooked(node, child);
        return;
      case Role::call:
        if (!values) add_promise(*facts.call(node));
        return;
      default:
        return;
    }
  }
};

}  // namespace

void find_failures(Facts& facts) {
  Finder finder{facts};
  for (NodeId i = 0; i < facts.tree.size(); ++i) finder.add(i);
}

}  // namespace detectors::facts
