// Subject: writes that follow one another, each on a connection that commits by itself.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/passes.hpp"
#include "detectors/subjects.hpp"
#include "detectors/writes.hpp"

namespace detectors {

using namespace facts;

namespace {

// trx, { transaction: t }: what is handed on with it belongs to a transaction that was begun elsewhere.
bool names_transaction(const Facts& facts, NodeId expression) {
  if (expression == no_node) return false;
  for (NodeId i = expression; i < facts.tree[expression].after; ++i) {
    const auto text = facts.tree[i].after == i + 1 ? facts.text(i) : std::string_view{};
    if (text == "trx" || text == "tx" || text == "transacting") return true;
    const auto name =
        facts.role(i) == Role::pair ? facts.text(facts.part(i, Part::name)) : std::string_view{};
    if (name == "transaction" || name == "session") return true;
  }
  return false;
}

bool joins_transaction(const Facts& facts, const Call& call) {
  if (names_transaction(facts, call.node)) return true;
  const auto receiver = call.receiver == no_node ? no_node : root_of(facts, call.receiver);
  const auto* known = receiver == no_node ? nullptr : definition(facts, receiver);
  return known && known->kind == Definition::Kind::assignment && names_transaction(facts, known->value);
}

bool writes_alone(const Facts& facts, const std::vector<Connection>& connections, const Call& call) {
  const auto has = [&](auto label) { return facts.has(call.labels, label); };
  const bool model = saves_model(facts, call);
  const bool alone = model || has("autocommit") || on_autocommit(facts, connections, call);
  const bool writes = model || has("write") || has("insert") || has("update");
  return alone && writes && !has("commit") && !joins_transaction(facts, call) &&
         transaction_around(facts, call.node) == no_node;
}

// What Django commits at once must belong together; on one connection it is taken to.
bool is_second_part(const Facts& facts, const Call& first, const Call& second) {
  if (!follows(facts, first.node, second.node)) return false;
  return !saves_model(facts, second) || belong_together(facts, first, second);
}

}  // namespace

void find_second_writes(const Facts& facts, std::vector<Candidate>& found) {
  const auto connections = autocommit_connections(facts);
  for (const auto& function : facts.functions) {
    std::vector<const Call*> writes;
    for (const auto index : function.calls)
      if (writes_alone(facts, connections, facts.calls[index])) writes.push_back(&facts.calls[index]);
    for (std::size_t i = 1; i < writes.size(); ++i) {
      const auto& second = *writes[i];
      if (!is_second_part(facts, *writes[i - 1], second)) continue;
      Candidate candidate{
          .node = second.node, .call = &second, .origin = second.node, .name = shown(facts, second.callee)};
      candidate.loop = loop_around(facts, second.node);
      candidate.fields = {{"subject", shown(facts, second.node)},
                          {"callee", candidate.name},
                          {"first", std::to_string(facts.line(writes[i - 1]->node))}};
      candidate.because = {
          fmt::format("line {}: the first write, committed by itself", facts.line(writes[i - 1]->node)),
          fmt::format("line {}: the second one", facts.line(second.node))};
      found.push_back(std::move(candidate));
      break;
    }
  }
  find_commits_apart(facts, found);
}

}  // namespace detectors
