// Subject: what one process keeps in a variable of its own and changes while it works. With several
// instances each knows only its part.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

bool changes(std::string_view method) {
  for (const std::string_view known :
       {"add", "set", "put", "append", "push", "delete", "remove", "update", "pop", "setdefault", "discard",
        "clear", "Store", "LoadOrStore", "merge", "computeIfAbsent", "putIfAbsent", "incrementAndGet",
        "increment"})
    if (method == known) return true;
  return false;
}

// {}, [], 0, new Map(), defaultdict(int), make(map[string]int), new ConcurrentHashMap<>()
bool holds_state(const Facts& facts, NodeId value) {
  const auto node = value == no_node ? no_node : bare(facts, value);
  if (node == no_node) return false;
  const auto text = facts.text(node);
  for (const std::string_view empty : {"{}", "[]", "0", "set()", "dict()", "list()"})
    if (text == empty) return true;
  if (text.starts_with("make(map[") || (text.starts_with("map[") && text.ends_with("{}"))) return true;
  const auto* call = facts.call(node);
  if (!call) return false;
  for (const std::string_view maker :
       {"Map", "Set", "defaultdict", "Counter", "deque", "HashMap", "ConcurrentHashMap", "HashSet",
        "OrderedDict", "AtomicInteger", "AtomicLong"})
    if (call->method == maker || call->name.ends_with(maker) || text.find(fmt::format("new {}", maker)) == 0)
      return true;
  return false;
}

// count += 1 binds no name of its own: it changes the one that the file has.
const Definition* of_module(const Facts& facts, std::string_view name) {
  const auto known = facts.functions[0].definitions.find(name);
  return known == facts.functions[0].definitions.end() ? nullptr : &known->second.front();
}

// The definition at the top of the file; of a class's field only where the class answers requests.
const Definition* state_of(const Facts& facts, NodeId target) {
  const auto root = root_of(facts, target);
  if (root == no_node) return nullptr;
  const auto* known = definition(facts, root);
  if (known && known->kind == Definition::Kind::augmented) known = of_module(facts, facts.text(root));
  if (!known || known->target == no_node || facts.owner[known->target] != 0) return nullptr;
  if (known->kind != Definition::Kind::assignment || !holds_state(facts, known->value)) return nullptr;
  return known;
}

}  // namespace

void find_module_states(const Facts& facts, std::vector<Candidate>& found) {
  const auto add = [&](NodeId at, NodeId target) {
    if (facts.owner[at] == 0) return;
    const auto* known = state_of(facts, target);
    if (!known) return;
    Candidate candidate{
        .node = at, .call = facts.call(at), .origin = target, .name = std::string(known->name)};
    candidate.fields = {{"variable", candidate.name}, {"subject", shown(facts, at)}};
    candidate.because = {
        fmt::format("line {}: `{}` lives in this process", facts.line(known->target), known->name),
        fmt::format("line {}: it is changed here", facts.line(at))};
    found.push_back(std::move(candidate));
  };
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    const auto role = facts.role(i);
    if (role == Role::augment || (role == Role::assign && !facts.nodes[i].own)) {
      const auto target = facts.part(i, Part::target);
      if (target != no_node && (role == Role::augment || facts.role(bare(facts, target)) == Role::subscript))
        add(i, target);
    } else if (const auto* call = facts.call(i); call && call->receiver != no_node && changes(call->method)) {
      add(i, call->receiver);
    }
  }
}

}  // namespace detectors
