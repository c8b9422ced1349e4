// Subjects about work that runs beside a function.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/facts/words.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

// go f(x): the call; go func() { … }(): the call of the literal.
const Call* spawned_call(const Facts& facts, NodeId spawn) {
  const auto value = facts.part(spawn, Part::value);
  return value == no_node ? nullptr : facts.call(bare(facts, value));
}

// for … { go a(); go b(); wg.Wait() }: each round ends before the next begins.
bool waits_in(const Facts& facts, NodeId loop, NodeId started) {
  return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const Call& call) {
    return call.method == "Wait" && call.node > started && facts.tree.inside(call.node, loop) &&
           loop_around(facts, call.node) == loop;
  });
}

// for … { go a(done); <-done }
bool receives_in(const Facts& facts, NodeId loop, NodeId started) {
  for (NodeId i = facts.tree[started].after; i < facts.tree[loop].after; ++i)
    if (facts.role(i) == Role::await && facts.owner[i] == facts.owner[loop] &&
        enclosing(facts, i, Role::case_) == no_node)
      return true;
  return false;
}

// A loop over data, not one that counts workers.
NodeId data_loop_around(const Facts& facts, NodeId id) {
  const auto loop = loop_around(facts, id);
  if (loop == no_node) return no_node;
  const auto iterable = loop_iterable(facts, loop);
  if (iterable == no_node || facts.role(bare(facts, iterable)) == Role::integer) return no_node;
  // range []string{"a", "b"}: as many as are written there.
  const auto* list = facts.call(bare(facts, iterable));
  const bool written = list && facts.tree.kind(list->node) == "composite_literal";
  return written || waits_in(facts, loop, id) ? no_node : loop;
}

}  // namespace

void find_spawns(const Facts& facts, std::vector<Candidate>& found) {
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    if (facts.role(i) != Role::spawn) continue;
    const auto* call = spawned_call(facts, i);
    const auto loop = call ? data_loop_around(facts, i) : no_node;
    if (loop == no_node) continue;
    Candidate candidate{.node = i, .call = call, .loop = loop, .origin = i};
    const bool unknown = call->target == nothing && call->row == nullptr;
    if (unknown) candidate.name = shown(facts, call->callee);
    candidate.fields = {{"subject", shown(facts, i)}, {"iterable", shown(facts, loop_iterable(facts, loop))}};
    candidate.because = {
        fmt::format("line {}: the loop goes over `{}`", facts.line(loop), candidate.fields["iterable"])};
    found.push_back(std::move(candidate));
  }
}

namespace {

// The functions that run beside the one they are written in, and where they are started.
std::vector<std::pair<FunctionId, NodeId>> spawned_functions(const Facts& facts) {
  std::vector<std::pair<FunctionId, NodeId>> result;
  for (FunctionId id = 1; id < facts.functions.size(); ++id) {
    const auto& function = facts.functions[id];
    if (!function.lambda) continue;
    auto at = facts.tree[function.node].parent;
    if (facts.has(function.decorated, "spawned")) {
      result.emplace_back(id, function.node);
      continue;
    }
    while (at != no_node && (facts.role(at) == Role::call || facts.role(at) == Role::group))
      at = facts.tree[at].parent;
    if (at != no_node && facts.role(at) == Role::spawn) result.emplace_back(id, at);
  }
  return result;
}

struct Writer {
  const Facts& facts;
  FunctionId function;
  NodeId started;
  NodeId loop;

  // The variable of a function around that the target writes; nullptr for one of its own.
  [[nodiscard]] const Definition* outer(NodeId name) const {
    for (FunctionId at = facts.owner[name]; at != facts.functions[function].parent && at != 0;
         at = facts.functions[at].parent) {
      const auto known = facts.functions[at].definitions.find(facts.text(name));
      if (known == facts.functions[at].definitions.end()) continue;
      for (const auto& each : known->second)
        if (each.kind == Definition::Kind::parameter ||
            (each.whole != no_node && facts.nodes[each.whole].own))
          return nullptr;
    }
    const auto& around = facts.functions[facts.functions[function].parent].definitions;
    const auto known = around.find(facts.text(name));
    if (known == around.end()) return nullptr;
    // Made anew in each round of the loop: nobody else writes it.
    return facts.tree.inside(known->second.front().target, loop) ? nullptr : &known->second.front();
  }

  [[nodiscard]] static bool is_map(const Facts& facts, const Definition& known) {
    auto text = known.value == no_node ? facts.text(known.type) : facts.text(known.value);
    if (const auto made = text.find("make("); made != std::string_view::npos) text.remove_prefix(made + 5);
    if (text.starts_with('[')) return false;  // a list of maps: each element has one writer
    return text.find("map[") != std::string_view::npos || text.find("HashMap") != std::string_view::npos;
  }

  [[nodiscard]] NodeId written(NodeId node) const {
    const auto role = facts.role(node);
    if (role != Role::augment && (role != Role::assign || facts.nodes[node].own)) return no_node;
    const auto target = facts.part(node, Part::target);
    if (target == no_node) return no_node;
    const auto place = bare(facts, target);
    if (facts.text(place) == "_") return no_node;
    if (facts.role(place) == Role::identifier) return outer(place) ? place : no_node;
    if (facts.role(place) != Role::subscript) return no_node;
    const auto root = root_of(facts, place);
    const auto* known = root == no_node ? nullptr : outer(root);
    return known && is_map(facts, *known) ? root : no_node;
  }

  // once.Do(func() { first = err }): by one of them alone.
  [[nodiscard]] bool by_one_alone(NodeId node) const {
    for (FunctionId at = facts.owner[node]; at != function && at != 0; at = facts.functions[at].parent) {
      const auto* call = call_around(facts, facts.functions[at].node);
      if (call && call->method == "Do" && lowered(facts.text(call->receiver)).ends_with("once")) return true;
    }
    return false;
  }

  [[nodiscard]] bool locks() const {
    const auto node = facts.functions[function].node;
    return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const Call& call) {
      return facts.tree.inside(call.node, node) && facts.has(call.labels, "locks-mutex");
    });
  }
};

}  // namespace

void find_shared_writes(const Facts& facts, std::vector<Candidate>& found) {
  for (const auto& [id, started] : spawned_functions(facts)) {
    const auto loop = loop_around(facts, started);
    const Writer writer{facts, id, started, loop};
    const auto body = facts.functions[id].body;
    if (loop == no_node || body == no_node || writer.locks() || waits_in(facts, loop, started) ||
        receives_in(facts, loop, started))
      continue;
    for (NodeId i = body; i < facts.tree[body].after; ++i) {
      const auto name = writer.written(i);
      if (name == no_node || writer.by_one_alone(i)) continue;
      Candidate candidate{.node = i, .loop = loop, .origin = name, .name = std::string(facts.text(name))};
      candidate.fields = {{"subject", shown(facts, i)}, {"variable", candidate.name}};
      candidate.because = {
          fmt::format("line {}: runs beside the others that the loop starts", facts.line(started)),
          fmt::format("line {}: writes `{}` without a lock", facts.line(i), candidate.name)};
      found.push_back(std::move(candidate));
      break;
    }
  }
}

}  // namespace detectors
