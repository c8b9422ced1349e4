#include "detectors/loops.hpp"

#include <algorithm>
#include <array>

namespace detectors {

using namespace facts;

namespace {

bool grows(std::string_view method) {
  static constexpr std::array<std::string_view, 7> known{"append", "extend", "insert", "update",
                                                         "add",    "push",   "unshift"};
  return std::find(known.begin(), known.end(), method) != known.end();
}

// names = ["postmaster", "abuse"]: a list that is written there and never grows.
bool names_constants(const Facts& facts, NodeId name) {
  const auto* known = definition(facts, name);
  const bool assigned = known && known->kind == Definition::Kind::assignment && !known->unpacked;
  const auto list = assigned && known->value != no_node ? bare(facts, known->value) : no_node;
  if (list == no_node || facts.role(list) != Role::collection || !references(facts, list).empty())
    return false;
  constexpr NodeId brackets = 3;  // the literal itself and its two marks
  const bool empty = facts.tree[list].after <= list + brackets;
  return !empty && std::none_of(facts.calls.begin(), facts.calls.end(), [&](const Call& call) {
    return call.receiver != no_node && grows(call.method) && facts.text(call.receiver) == facts.text(name) &&
           definition(facts, call.receiver) == known;
  });
}

}  // namespace

bool is_constant_loop(const Facts& facts, NodeId loop) {
  const auto over = loop_iterable(facts, loop);
  const auto iterable = over == no_node ? no_node : bare(facts, over);
  if (iterable == no_node) return false;
  if (facts.role(iterable) == Role::integer) return true;
  if (facts.role(iterable) == Role::collection) return references(facts, iterable).empty();
  if (facts.role(iterable) == Role::identifier && names_constants(facts, iterable)) return true;
  const auto* call = facts.call(iterable);
  return call && call->name == "range" &&
         std::all_of(call->arguments.begin(), call->arguments.end(),
                     [&](const Argument& a) { return facts.role(a.value) == Role::integer; });
}

// cursor.execute(…, (schema,)); if cursor.rowcount: return schema
bool ends_search(const Facts& facts, NodeId loop, NodeId query) {
  for (NodeId i = query; i < facts.tree[loop].after; ++i) {
    const auto condition = facts.role(i) == Role::branch ? facts.part(i, Part::condition) : no_node;
    const auto body = condition == no_node ? no_node : facts.part(i, Part::body);
    if (body == no_node || facts.text(condition).find("rowcount") == std::string_view::npos) continue;
    for (const auto statement : statements_of(facts, body))
      if (facts.role(statement) == Role::return_) return true;
  }
  return false;
}

}  // namespace detectors
