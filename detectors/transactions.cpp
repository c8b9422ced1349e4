// Where a database transaction is open.
#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/facts/words.hpp"

namespace detectors {

using namespace facts;

namespace {

// Without a block: what begins a transaction or takes a lock before, and the commit after it. What is
// deferred, or stands where something failed, does not end it.
NodeId begun_before(const Facts& facts, const Function& function, NodeId id) {
  const auto aside = [&](NodeId call) {
    if (enclosing(facts, call, Role::deferred) != no_node) return true;
    return std::any_of(facts.failures.begin(), facts.failures.end(), [&](const Failure& failure) {
      return failure.kind == Failure::Kind::branch && facts.tree.inside(call, failure.node);
    });
  };
  NodeId begun = no_node;
  for (const auto index : function.calls) {
    const auto& call = facts.calls[index];
    const bool begins = facts.has(call.labels, "takes-lock") || facts.has(call.labels, "begins");
    if (call.node < id && begins) begun = call.node;
    if (call.node < id && facts.has(call.labels, "ends-transaction") && !aside(call.node)) begun = no_node;
    if (call.node > id && begun != no_node && facts.has(call.labels, "commit")) return begun;
  }
  return no_node;
}

// createTransactionalMigration(async (knex) => …): the name of what runs the function says it.
bool is_run_in_transaction(const Facts& facts, const Function& function) {
  static const std::vector<std::string> words{"transaction", "transactional", "transacting", "atomic"};
  for (auto at = facts.tree[function.node].parent; function.lambda && at != no_node;
       at = facts.tree[at].parent) {
    if (facts.owner[at] == facts.owner[function.node]) break;
    if (const auto* call = facts.call(at))
      return has_any_phrase(facts.text(call->callee).substr(0, 200), words);
  }
  return false;
}

}  // namespace

NodeId transaction_around(const Facts& facts, NodeId id) {
  for (auto at = facts.tree[id].parent; at != no_node && facts.owner[at] == facts.owner[id];
       at = facts.tree[at].parent) {
    if (facts.role(at) != Role::with || !facts.tree.inside(id, facts.part(at, Part::body))) continue;
    for (NodeId i = at; i < facts.tree[facts.part(at, Part::body)].begin && i < facts.part(at, Part::body);
         ++i)
      if (facts.role(i) == Role::with_item) {
        const auto* call = facts.call(bare(facts, facts.role(facts.part(i, Part::value)) == Role::as
                                                      ? facts.part(facts.part(i, Part::value), Part::value)
                                                      : facts.part(i, Part::value)));
        if (call && facts.has(call->labels, "transaction")) return call->node;
      }
  }
  for (FunctionId at = facts.owner[id]; at != 0; at = facts.functions[at].parent) {
    const auto& function = facts.functions[at];
    if (is_run_in_transaction(facts, function)) return function.node;
    if (facts.has(function.decorated, "transaction"))
      return function.decorators.empty() ? function.node : function.decorators.front();
    if (!function.lambda) break;
  }
  return begun_before(facts, facts.functions[facts.owner[id]], id);
}

}  // namespace detectors
