// Subjects about values: what is logged, and what is opened and must be released.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/facts/collect.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

// Calls that only change how a value is written; any other call gives a value of its own.
bool only_writes(const Call& call) {
  for (const auto name :
       {"str", "repr", "dict", "json.dumps", "pprint.pformat", "vars", "ascii", "fmt.Sprintf", "fmt.Sprint",
        "string", "JSON.stringify", "String", "String.valueOf", "String.format"})
    if (call.name == name) return true;
  return call.method == "format" || call.method == "strip" || call.method == "decode" ||
         call.method == "join" || call.method == "copy";
}

struct LogReader {
  const Facts& facts;
  const Call& log;
  std::vector<Candidate>& found;
  int steps = 200;

  void add(NodeId value, std::string name) {
    Candidate candidate{.node = log.node, .call = &log, .origin = value, .name = std::move(name)};
    candidate.loop = loop_around(facts, log.node);
    candidate.fields = {{"value", shown(facts, value)}, {"subject", shown(facts, log.node)}};
    candidate.because = {
        fmt::format("line {}: `{}` goes into the log line", facts.line(value), shown(facts, value))};
    found.push_back(std::move(candidate));
  }

  void add_call(NodeId node, const Call& call, std::vector<NodeId>& open) {
    if (only_writes(call)) {
      if (call.receiver != no_node) open.push_back(call.receiver);
      for (const auto& argument : call.arguments) open.push_back(argument.value);
    } else if (call.method == "get" && !call.arguments.empty() &&
               facts.role(call.arguments.front().value) == Role::string) {
      add(node, std::string(unquoted(facts.text(call.arguments.front().value))));
    } else {
      add(node, "");  // only `value_is` can speak of it
    }
  }

  void read(NodeId argument) {
    std::vector<NodeId> open{argument};
    while (!open.empty() && --steps > 0) {
      const auto value = bare(facts, open.back());
      open.pop_back();
      if (value == no_node) continue;
      switch (facts.role(value)) {
        case Role::identifier:
          add(value, std::string(facts.text(value)));
          break;
        case Role::attribute:
          add(value, std::string(facts.text(facts.part(value, Part::name))));
          break;
        case Role::subscript:
          add(value, std::string(unquoted(facts.text(facts.part(value, Part::value)))));
          break;
        case Role::call:
          add_call(value, *facts.call(value), open);
          break;
        case Role::interpolation:
          open.push_back(facts.part(value, Part::value));
          break;
        case Role::binary:
          open.insert(open.end(), {facts.part(value, Part::left), facts.part(value, Part::right)});
          break;
        case Role::pair:
          open.push_back(facts.part(value, Part::value));
          break;
        case Role::string:
        case Role::collection:
          for (auto child = facts.tree.first_child(value); child != no_node;
               child = facts.tree.next_sibling(child))
            if (facts.role(child) != Role::none_) open.push_back(child);
          break;
        default:
          break;
      }
    }
  }
};

}  // namespace

void find_log_values(const Facts& facts, std::vector<Candidate>& found) {
  for (const auto& call : facts.calls) {
    if (!facts.has(call.labels, "log")) continue;
    LogReader reader{facts, call, found};
    for (const auto& argument : call.arguments)
      if (argument.name.empty() || argument.name == "extra") reader.read(argument.value);
  }
}

namespace {

struct Resource {
  const Facts& facts;
  const Call& call;
  const Function& function;
  NodeId target;  // the variable that holds it
  const std::vector<std::string>& by;

  [[nodiscard]] bool is_ours(NodeId reference) const {
    if (!is_reference(facts, reference) || reference == target) return false;
    const auto* known = definition(facts, reference);
    return known && known->target == target;
  }

  // Returned, yielded, kept in an object or a collection, or handed to another: no longer this function's to
  // release.
  [[nodiscard]] bool handed_on(NodeId reference) const {
    auto value = reference;
    auto parent = facts.tree[reference].parent;
    while (parent != no_node && facts.role(parent) == Role::group) {
      value = parent;
      parent = facts.tree[parent].parent;
    }
    if (parent == no_node) return false;
    const auto role = facts.role(parent);
    if (role == Role::call && facts.part(parent, Part::object) == value) return false;
    if (role == Role::attribute || role == Role::subscript || role == Role::compare || role == Role::branch ||
        role == Role::not_ || role == Role::logical)
      return false;
    // rows = nil, rows, err = …: a target of an assignment takes nothing.
    if ((role == Role::assign || role == Role::augment) && facts.part(parent, Part::target) == value)
      return false;
    if (role == Role::loop || role == Role::comprehension) return false;  // for line in file
    return true;
  }

  // file.close(), resp.Body.Close(), or close(file) where that is how it is said.
  [[nodiscard]] bool releases(NodeId reference) const {
    auto at = facts.tree[reference].parent;
    while (at != no_node && facts.role(at) == Role::attribute) at = facts.tree[at].parent;
    const auto* method = at == no_node ? nullptr : facts.call(at);
    if (method && method->callee == at && method->receiver != reference)
      return false;  // an argument of the call
    return method && method->receiver != no_node &&
           std::find(by.begin(), by.end(), method->method) != by.end();
  }

  // Where opening itself failed there is nothing to release.
  [[nodiscard]] NodeId past_failure_to_open(NodeId at) const {
    for (const auto& failure : facts.failures)
      if (failure.node == at && failure.kind != Failure::Kind::success && failure.tried != no_node &&
          facts.tree.inside(call.node, failure.tried))
        return facts.tree[at].after;
    return no_node;
  }

  // Another way out of the function, or a call that may fail, between opening and releasing. Where errors are
  // values a call that fails leaves only by a return that we see.
  [[nodiscard]] bool leaves_between(NodeId release, bool calls_leave) const {
    for (NodeId i = facts.tree[call.node].after; i < release; ++i) {
      if (facts.owner[i] != facts.owner[call.node]) continue;
      if (const auto past = past_failure_to_open(i); past != no_node) {
        i = past - 1;
        continue;
      }
      const auto role = facts.role(i);
      if (role == Role::return_ || role == Role::raise) return true;
      const auto* between = calls_leave ? facts.call(i) : nullptr;
      if (between && (facts.has(between->labels, "outbound") || facts.has(between->labels, "query")))
        return true;
    }
    return false;
  }
};

bool is_global(const Facts& facts, NodeId variable) {
  const auto body = facts.functions[facts.owner[variable]].body;
  for (NodeId i = body; body != no_node && i < variable; ++i)
    if (facts.role(i) == Role::global)
      for (const auto name : references(facts, i))
        if (facts.text(name) == facts.text(variable)) return true;
  return false;
}

// The variable that `x = open(…)` binds; no_node when the value goes elsewhere.
NodeId variable_of(const Facts& facts, NodeId call) {
  auto parent = facts.tree[call].parent;
  while (parent != no_node && (facts.role(parent) == Role::await || facts.role(parent) == Role::group))
    parent = facts.tree[parent].parent;
  if (parent == no_node || facts.role(parent) != Role::assign) return no_node;
  auto target = facts.part(parent, Part::target);
  if (target != no_node) target = bare(facts, target);
  // rows, err := db.Query(…)
  if (target != no_node && facts.role(target) == Role::collection && facts.traits().errors_are_values)
    target = facts.tree.first_child(target);
  if (target == no_node || facts.role(target) != Role::identifier || facts.text(target) == "_")
    return no_node;
  // a = b = open(…) has two holders; a global one outlives the function.
  const bool shared = facts.role(facts.tree[parent].parent) == Role::assign || is_global(facts, target);
  return shared ? no_node : target;
}

}  // namespace

namespace {

// mu.Lock(): the lock is the receiver, and is released by a call on the same.
bool unlocked(const Facts& facts, const Call& call, const std::vector<std::string>& by) {
  const auto& function = facts.functions[call.function];
  const Resource resource{facts, call, function, no_node, by};
  const auto lock = facts.text(call.receiver);
  bool told = false;
  bool any = false;
  for (const auto& other : facts.calls) {
    const bool ours = other.receiver != no_node && facts.text(other.receiver) == lock;
    // Taken again after it was let go for a while: the deferred unlock still stands.
    if (ours && other.node < call.node && is_inside(facts, other.node, "deferred")) return true;
    any |=
        ours && other.function == call.function && std::find(by.begin(), by.end(), other.method) != by.end();
    if (other.node < call.node || other.receiver == no_node || facts.text(other.receiver) != lock ||
        !facts.tree.inside(other.node, function.node) ||
        std::find(by.begin(), by.end(), other.method) == by.end())
      continue;
    if (other.function != call.function) return true;  // released in a function that is handed on
    if (const auto finally = enclosing(facts, other.node, Role::finally); finally != no_node)
      return !resource.leaves_between(facts.tree[finally].parent, false);
    if (is_inside(facts, other.node, "deferred")) return !resource.leaves_between(other.node, false);
    // Each way out has its own unlock before it: what lies between the lock and the first one counts.
    if (!told && resource.leaves_between(other.node, false)) return false;
    told = true;
  }
  return told || !any;  // no unlock at all: the function is one half of a pair
}

}  // namespace

bool released(const Facts& facts, const Call& call, const std::vector<std::string>& by) {
  if (call.receiver != no_node && facts.has(call.labels, "locks-mutex")) return unlocked(facts, call, by);
  const auto target = variable_of(facts, call.node);
  const auto& function = facts.functions[call.function];
  if (target == no_node || call.function == 0 || function.body == no_node) return true;
  const Resource resource{facts, call, function, target, by};
  const bool values = facts.traits().errors_are_values;
  NodeId release = no_node;
  for (NodeId i = facts.tree[call.node].after; i < facts.tree[function.body].after; ++i) {
    if (!resource.is_ours(i)) continue;
    const bool releases = resource.releases(i);
    if (releases && is_inside(facts, i, "deferred")) return !resource.leaves_between(i, false);
    if (facts.owner[i] != facts.owner[call.node] || resource.handed_on(i)) return true;
    if (!releases) continue;
    if (enclosing(facts, i, Role::finally) != no_node) return true;
    if (release == no_node || is_inside(facts, release, "except")) release = i;
  }
  return release != no_node && !resource.leaves_between(release, !values);
}

}  // namespace detectors
