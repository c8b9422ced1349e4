#include "detectors/row_loops.hpp"

#include <algorithm>

namespace detectors {

using namespace facts;

namespace {

bool is_method_among(std::string_view method, std::initializer_list<std::string_view> known) {
  return std::find(known.begin(), known.end(), method) != known.end();
}

bool stands_awaited(const Facts& facts, NodeId id) {
  const auto parent = facts.tree[id].parent;
  return parent != no_node && facts.role(parent) == Role::await;
}

bool gives_one_row(std::string_view method) {
  return method.find("One") != std::string_view::npos || method.find("ById") != std::string_view::npos ||
         method.find("ByPk") != std::string_view::npos ||
         is_method_among(method, {"findUnique", "findUniqueOrThrow", "findFirst", "findFirstOrThrow", "first",
                                  "get", "count", "fetchone", "scalar", "one", "one_or_none"});
}

// repo.findMany(…), await collection.find(…).toArray(): many rows at once.
bool gives_rows(const Facts& facts, const Call& call) {
  if (gives_one_row(call.method)) return false;
  if (facts.has(call.labels, "reads-rows") || facts.has(call.labels, "lists")) return true;
  return stands_awaited(facts, call.node) &&
         is_method_among(call.method, {"find", "findBy", "findAll", "fetchAll", "toArray", "getMany",
                                       "getAll", "select", "all", "list", "query", "exec", "lean"});
}

bool comes_from_rows(const Facts& facts, NodeId expression) {
  if (expression == no_node) return false;
  // Order.objects.filter(…): the query is run by whoever goes over it.
  const auto type = value_of(facts, expression).type;
  if (type != no_type && is_row(facts, {.type = facts.tables->type(type).elements})) return true;
  const auto calls = calls_behind(facts, expression);
  return std::any_of(calls.begin(), calls.end(),
                     [&](std::size_t index) { return gives_rows(facts, facts.calls[index]); });
}

// Promise.all(rows.map(…)): the rows.
bool gathers_over_rows(const Facts& facts, const Call& call) {
  for (const auto& given : call.arguments)
    for (const auto value : values_behind(facts, given.value))
      if (const auto* inner = facts.call(bare(facts, value));
          inner && facts.has(inner->labels, "iterates") && comes_from_rows(facts, inner->receiver))
        return true;
  return false;
}

}  // namespace

bool goes_over_rows(const Facts& facts, NodeId id) {
  const auto* call = facts.call(id);
  if (call && facts.has(call->labels, "gathers")) return gathers_over_rows(facts, *call);
  const auto loop = loop_around(facts, id);
  return loop != no_node && comes_from_rows(facts, loop_iterable(facts, loop));
}

bool is_called_on_another_each_round(const Facts& facts, NodeId id) {
  const auto* call = facts.call(id);
  const auto loop = loop_around(facts, id);
  return call && loop != no_node && call->receiver != no_node && depends_on_loop(facts, call->receiver, loop);
}

}  // namespace detectors
