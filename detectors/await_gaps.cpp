// Subject: state that outlives a coroutine, read before an await and set after it. While it waits another
// task does the same.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/facts/words.hpp"
#include "detectors/passes.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

struct Gaps {
  const Facts& facts;
  FunctionId id;
  std::vector<Candidate>& found;

  [[nodiscard]] bool is_here(NodeId node) const { return facts.owner[node] == id; }

  // self.total, self.totals[key], TOTALS[key]: what others see as well.
  [[nodiscard]] bool is_shared(NodeId target) const {
    const auto root = target == no_node ? no_node : root_of(facts, target);
    if (root == no_node) return false;
    if (facts.role(target) == Role::identifier) return false;
    const auto& function = facts.functions[id];
    if (!function.self.empty() && facts.text(root) == function.self)
      return facts.functions[id].name != "__aenter__";
    const auto* known = definition(facts, root);
    return known && known->kind == Definition::Kind::assignment && known->target != no_node &&
           facts.owner[known->target] == 0;
  }

  [[nodiscard]] bool awaits(NodeId from, NodeId to) const {
    for (NodeId i = from; i < to; ++i)
      if (facts.role(i) == Role::await && is_here(i)) return true;
    return false;
  }

  // async with self._lock: …
  [[nodiscard]] bool is_locked(NodeId node) const {
    static const std::vector<std::string> locks{"lock", "mutex", "semaphore", "condition", "cond"};
    for (auto at = facts.tree[node].parent; at != no_node && is_here(at); at = facts.tree[at].parent) {
      if (facts.role(at) != Role::with) continue;
      const auto end = facts.tree[facts.part(at, Part::body)].begin;
      const auto head = facts.file->text().substr(facts.tree[at].begin, end - facts.tree[at].begin);
      // async with self._gate: what is entered without a call is a lock.
      if (has_any_phrase(head, locks) || head.find('(') == std::string_view::npos) return true;
    }
    const auto& calls = facts.functions[id].calls;
    return std::any_of(calls.begin(), calls.end(), [&](auto index) {
      return facts.calls[index].node < node && facts.calls[index].method == "acquire";
    });
  }

  void add(NodeId node, NodeId target, NodeId read, const char* kind) {
    if (is_locked(node)) return;
    Candidate candidate{.node = node, .origin = target, .name = shown(facts, target)};
    candidate.fields = {{"variable", candidate.name},
                        {"subject", shown(facts, node)},
                        {"first", std::to_string(facts.line(read))},
                        {"kind", kind}};
    candidate.because = {
        fmt::format("line {}: `{}` is read", facts.line(read), candidate.name),
        fmt::format("line {}: it is set after an await: other tasks ran in between", facts.line(node))};
    found.push_back(std::move(candidate));
  }

  // self.total += await price(item): the old value is taken first.
  void read_augment(NodeId node) {
    const auto target = facts.part(node, Part::target);
    const auto value = facts.part(node, Part::value);
    if (target == no_node || value == no_node || !is_shared(target)) return;
    if (awaits(value, facts.tree[value].after)) add(node, target, node, "written-back");
  }

  // The assignment of a local variable whose value reads the target.
  [[nodiscard]] NodeId read_into(NodeId value, NodeId target) const {
    for (const auto name : references(facts, value)) {
      const auto* known = definition(facts, name);
      if (!known || known->kind != Definition::Kind::assignment || known->value == no_node ||
          !is_here(known->target))
        continue;
      if (facts.role(known->target) != Role::identifier) continue;
      for (NodeId i = known->value; i < facts.tree[known->value].after; ++i)
        if (facts.role(i) == facts.role(target) && facts.text(i) == facts.text(target)) return known->target;
    }
    return no_node;
  }

  // total = self.total; await …; self.total = total + 1
  void read_assign(NodeId node) {
    const auto target = facts.part(node, Part::target);
    const auto value = facts.part(node, Part::value);
    if (target == no_node || value == no_node || !is_shared(target)) return;
    const auto inner = bare(facts, value);
    if (facts.role(inner) == Role::identifier) return;  // put back as it was
    const auto read = read_into(value, target);
    if (read != no_node && read < node && awaits(read, node) && follows(facts, read, node))
      add(node, target, read, "written-back");
  }

  // if self._pool is None: self._pool = await create_pool(…)
  void read_branch(NodeId node) {
    static const std::vector<std::string> dear{"connect", "connection", "pool",  "session", "client",
                                               "open",    "channel",    "start", "login",   "task"};
    const auto condition = facts.part(node, Part::condition);
    const auto body = facts.part(node, Part::body);
    if (condition == no_node || body == no_node) return;
    const auto asked = facts.text(condition);
    for (NodeId i = body; i < facts.tree[body].after; ++i) {
      if (facts.role(i) != Role::assign || !is_here(i)) continue;
      const auto target = facts.part(i, Part::target);
      const auto value = facts.part(i, Part::value);
      if (target == no_node || value == no_node || facts.role(target) != Role::attribute ||
          !is_shared(target))
        continue;
      const auto name = std::string(facts.text(target));
      const bool absent = asked == name + " is None" || asked == "not " + name;
      if (!absent || !has_any_phrase(facts.text(value).substr(0, 200), dear)) continue;
      if (awaits(body, facts.tree[value].after)) return add(i, target, condition, "made-twice");
    }
  }
};

}  // namespace

void find_await_gaps(const Facts& facts, std::vector<Candidate>& found) {
  if (!facts.traits().first_is_self) return;
  for (FunctionId id = 1; id < facts.functions.size(); ++id) {
    const auto& function = facts.functions[id];
    if (!function.async || function.body == no_node) continue;
    Gaps gaps{facts, id, found};
    for (NodeId i = function.body; i < facts.tree[function.body].after; ++i) {
      if (facts.owner[i] != id) continue;
      if (facts.role(i) == Role::augment) gaps.read_augment(i);
      if (facts.role(i) == Role::assign) gaps.read_assign(i);
      if (facts.role(i) == Role::branch) gaps.read_branch(i);
    }
  }
}

}  // namespace detectors
