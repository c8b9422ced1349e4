// Units of work that a function commits in two parts: write, commit, write, commit.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "detectors/passes.hpp"
#include "detectors/writes.hpp"

namespace detectors {

using namespace facts;

namespace {

struct Write {
  NodeId node = no_node;
  const Call* call = nullptr;  // none: a field of a row was set
};

struct Unit {
  const Facts& facts;
  const Function& function;
  std::vector<Write> writes;         // in source order
  std::vector<const Call*> commits;  // in source order

  Unit(const Facts& all, const Function& of) : facts(all), function(of) {
    for (const auto index : function.calls) {
      const auto& call = facts.calls[index];
      const auto has = [&](auto label) { return facts.has(call.labels, label); };
      if (has("commit") && call.receiver != no_node)
        commits.push_back(&call);
      else if (has("write") && !has("commits-model") && call.method != "flush")
        writes.push_back({call.node, &call});
    }
    if (commits.size() > 1) add_fields();
  }

  // account.balance -= amount, of a row that a query gave
  void add_fields() {
    for (NodeId i = function.body; i < facts.tree[function.body].after; ++i) {
      const auto role = facts.role(i);
      if (role != Role::assign && role != Role::augment) continue;
      const auto target = facts.part(i, Part::target);
      const auto root =
          target != no_node && facts.role(target) == Role::attribute ? root_of(facts, target) : no_node;
      if (root != no_node && facts.functions[facts.owner[i]].node == function.node &&
          is_row(facts, value_of(facts, root)))
        writes.push_back({i, nullptr});
    }
    std::sort(writes.begin(), writes.end(), [](auto& a, auto& b) { return a.node < b.node; });
  }

  [[nodiscard]] const Write* last_between(NodeId from, NodeId to) const {
    const Write* found = nullptr;
    for (const auto& each : writes)
      if (each.node > from && each.node < to) found = &each;
    return found;
  }

  [[nodiscard]] const Write* first_between(NodeId from, NodeId to) const {
    for (const auto& each : writes)
      if (each.node > from && each.node < to) return &each;
    return nullptr;
  }

  // What a write is about: the row, or what is added.
  [[nodiscard]] std::string_view thing(const Write& write) const {
    auto value = facts.part(write.node, Part::target);
    if (write.call) value = write.call->arguments.empty() ? no_node : write.call->arguments.front().value;
    const auto root = value == no_node ? no_node : root_of(facts, value);
    return root == no_node ? "" : facts.text(root);
  }

  // Work between the two that has a reason to see the first committed: another service, a task, a pause, a
  // function that may do any of it.
  [[nodiscard]] bool waits(const Call& call, const Call& commit) const {
    if (facts.has(call.labels, "query") || facts.has(call.labels, "write") || facts.has(call.labels, "log"))
      return false;
    const auto root = call.receiver == no_node ? no_node : root_of(facts, call.receiver);
    const auto session = root_of(facts, commit.receiver);
    if (root != no_node && session != no_node && facts.text(root) == facts.text(session)) return false;
    static constexpr std::array<std::string_view, 22> plain{
        "append", "get",    "items",     "keys",    "values", "format", "join", "strip",
        "now",    "utcnow", "isoformat", "uuid4",   "dumps",  "str",    "int",  "len",
        "lower",  "sum",    "dict",      "Decimal", "min",    "max"};
    if (std::find(plain.begin(), plain.end(), call.method) != plain.end()) return false;
    const bool makes = !call.method.empty() && call.method[0] >= 'A' && call.method[0] <= 'Z';
    return !makes;
  }

  [[nodiscard]] bool waits_between(const Call& commit, NodeId until) const {
    return std::any_of(function.calls.begin(), function.calls.end(), [&](auto index) {
      const auto& call = facts.calls[index];
      return call.node > commit.node && call.node < until && waits(call, commit);
    });
  }

  // A commit for each batch of a loop, and another one after it.
  [[nodiscard]] bool in_another_loop(const Call& first, const Call& second) const {
    const auto loop = loop_around(facts, first.node);
    return loop != no_node && !facts.tree.inside(second.node, loop);
  }

  // Each in a try of its own: somebody thought of what happens when the second fails.
  [[nodiscard]] bool tried_apart(NodeId first, NodeId second) const {
    return enclosing(facts, first, Role::try_) != enclosing(facts, second, Role::try_);
  }

  [[nodiscard]] const Write* second_part(const Call& first, const Call& second, NodeId from) const {
    if (facts.text(first.receiver) != facts.text(second.receiver) || in_another_loop(first, second))
      return nullptr;
    const auto* before = last_between(from, first.node);
    const auto* after = first_between(first.node, second.node);
    if (!before || !after || !follows(facts, before->node, first.node)) return nullptr;
    if (!follows(facts, first.node, after->node) || !follows(facts, after->node, second.node)) return nullptr;
    if (tried_apart(before->node, after->node)) return nullptr;
    const bool same = !thing(*before).empty() && thing(*before) == thing(*after);
    return same || waits_between(first, after->node) ? nullptr : after;
  }
};

}  // namespace

void find_commits_apart(const Facts& facts, std::vector<Candidate>& found) {
  if (!facts.traits().first_is_self) return;
  for (const auto& function : facts.functions) {
    if (function.body == no_node || function.calls.size() < 3) continue;
    const Unit unit(facts, function);
    NodeId from = function.node;
    for (std::size_t i = 1; i < unit.commits.size(); ++i) {
      const auto& first = *unit.commits[i - 1];
      const auto* write = unit.second_part(first, *unit.commits[i], from);
      from = first.node;
      if (!write) continue;
      const auto written = write->call ? write->call->callee : facts.part(write->node, Part::target);
      Candidate candidate{.node = write->node, .call = write->call, .origin = write->node};
      candidate.name = shown(facts, written);
      candidate.loop = loop_around(facts, write->node);
      candidate.fields = {{"subject", shown(facts, write->node)},
                          {"callee", candidate.name},
                          {"first", std::to_string(facts.line(first.node))}};
      candidate.because = {
          fmt::format("line {}: what was written before is committed", facts.line(first.node)),
          fmt::format("line {}: the rest is written and committed after it", facts.line(write->node))};
      found.push_back(std::move(candidate));
      break;
    }
  }
}

}  // namespace detectors
