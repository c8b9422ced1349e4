// Subject: except clauses, and what their bodies do about the failure.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/error_results.hpp"
#include "detectors/facts/checks.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

std::string shown_types(const Facts& facts, const Failure& failure) {
  return failure.types == no_node ? "everything" : shown(facts, failure.types);
}

bool is_nothing(const Facts& facts, NodeId value) {
  return facts.role(value) == Role::none || facts.text(value) == "undefined";
}

bool is_empty_value(const Facts& facts, NodeId value) {
  if (const auto* call = facts.call(value); call && call->arguments.empty())
    if (facts.has(call->labels, "empty-value") || facts.text(value).ends_with("{}")) return true;
  for (const auto empty : {"[]", "{}", "()", "0", "0.0", "\"\"", "''", "``", "set()", "dict()", "list()"})
    if (facts.text(value) == empty) return true;
  return false;
}

struct Body {
  int calls = 0;
  int logs = 0;
  bool raises = false;
  bool returns = false;
  bool returns_empty = false;
  bool returns_none = false;
  bool counts = false;  // augmented, deleted, or keeps the error in a variable
  bool assigns = false;
  bool keeps = false;  // what it assigns says that it failed
};

bool is_false(const Facts& facts, NodeId value) {
  return facts.role(value) == Role::boolean && (facts.text(value) == "False" || facts.text(value) == "false");
}

// Where every other answer is true or false as well, false is how the function says that it failed.
bool says_whether_it_worked(const Facts& facts, NodeId statement) {
  const auto& function = facts.functions[facts.owner[statement]];
  if (facts.traits().errors_are_values) {  // func allowed() bool
    const auto type = facts.text(facts.part(function.node, Part::type));
    if (!function.lambda && type == "bool") return true;
  }
  for (NodeId i = function.body; function.body != no_node && i < facts.tree[function.body].after; ++i) {
    if (facts.role(i) != Role::return_ || facts.owner[i] != facts.owner[statement]) continue;
    for (NodeId j = i + 1; j < facts.tree[i].after; ++j)
      if (facts.role(j) != Role::none_ && facts.role(j) != Role::boolean) return false;
  }
  return true;
}

// What a return gives back, each of several values; none for a bare one.
std::vector<NodeId> returned(const Facts& facts, NodeId statement) {
  std::vector<NodeId> values;
  for (auto child = facts.tree.first_child(statement); child != no_node;
       child = facts.tree.next_sibling(child)) {
    if (!facts.tree[child].named || facts.role(child) == Role::none_) continue;
    const auto value = bare(facts, child);
    const bool several = facts.traits().errors_are_values && facts.role(value) == Role::collection;
    if (!several) return {value};
    for (auto each = facts.tree.first_child(value); each != no_node; each = facts.tree.next_sibling(each))
      if (facts.role(each) != Role::none_) values.push_back(bare(facts, each));
  }
  return values;
}

// Whether the return says nothing of the failure: then it need not be looked into.
bool read_return(const Facts& facts, const std::vector<NodeId>& values, Body& body) {
  const auto none = [&](NodeId value) { return is_nothing(facts, value); };
  const auto empty = [&](NodeId value) {
    if (is_false(facts, value)) return !says_whether_it_worked(facts, value);
    return none(value) || is_empty_value(facts, value);
  };
  body.returns = true;
  if (std::all_of(values.begin(), values.end(), none)) return body.returns_none = true;
  if (std::all_of(values.begin(), values.end(), empty)) return body.returns_empty = true;
  return false;
}

// self.retry_at = later: whoever looks at the object learns of it.
bool keeps_something(const Facts& facts, NodeId assignment) {
  const auto target = facts.part(assignment, Part::target);
  if (target == no_node) return false;
  if (facts.role(bare(facts, target)) == Role::attribute) return true;
  const auto value = facts.text(facts.part(assignment, Part::value));
  static const std::vector<std::string> worked{"valid",     "ok",      "success", "successful",
                                               "succeeded", "healthy", "alive"};
  return value == "true" ||  // failed = true
         (value == "false" && has_any_phrase(facts.text(target), worked));
}

// found = None in the handler, and `if found:` right after the try: the failure is dealt with there.
bool is_asked_for(const Facts& facts, const Failure& failure, NodeId assignment) {
  const auto target = facts.part(assignment, Part::target);
  const auto next = failure.whole == no_node ? no_node : facts.tree.next_sibling(failure.whole);
  if (target == no_node || next == no_node || facts.role(next) != Role::branch) return false;
  const auto condition = facts.part(next, Part::condition);
  if (condition == no_node || facts.role(target) != Role::identifier) return false;
  const auto asked = references(facts, condition);
  return std::any_of(asked.begin(), asked.end(),
                     [&](NodeId name) { return facts.text(name) == facts.text(target); });
}

bool holds_role(const Facts& facts, NodeId scope, Role wanted) {
  for (NodeId i = scope; scope != no_node && i < facts.tree[scope].after; ++i)
    if (facts.role(i) == wanted && facts.owner[i] == facts.owner[scope]) return true;
  return false;
}

// for mirror in mirrors: try: return fetch(mirror) except Error: continue, and after them all: raise. The
// next one is the answer to the failure, and the last one is told.
bool tries_the_next(const Facts& facts, const Failure& failure) {
  if (!facts.traits().first_is_self || !holds_role(facts, failure.tried, Role::return_)) return false;
  const auto loop = enclosing(facts, failure.node, Role::loop);
  if (loop == no_node) return false;
  const auto body = facts.part(loop, Part::body);
  for (NodeId i = body == no_node ? loop : facts.tree[body].after; i < facts.tree[loop].after; ++i)
    if (facts.role(i) == Role::raise) return true;  // its else
  for (auto next = facts.tree.next_sibling(loop); next != no_node; next = facts.tree.next_sibling(next))
    if (facts.role(next) == Role::raise) return true;
  return false;
}

Body read_body(const Facts& facts, const Failure& failure) {
  Body body;
  const auto block = failure.body;
  if (facts.role(block) != Role::block && read_return(facts, {bare(facts, block)}, body)) return body;
  for (NodeId i = block; i < facts.tree[block].after; ++i) {
    const auto role = facts.role(i);
    if (const auto* call = facts.call(i)) {
      const bool logs = facts.has(call->labels, "log");
      // A rollback tidies up; it tells nobody.
      if (!facts.has(call->labels, "ends-transaction") || facts.has(call->labels, "commit"))
        ++(logs ? body.logs : body.calls);
      if (logs) i = facts.tree[i].after - 1;
      continue;
    }
    body.raises |= role == Role::raise;
    body.counts |= role == Role::augment ||
                   (role == Role::identifier && !failure.name.empty() && facts.text(i) == failure.name);
    body.assigns |= role == Role::assign;
    body.keeps |= role == Role::assign && (keeps_something(facts, i) || is_asked_for(facts, failure, i));
    body.counts |= role == Role::return_ && gives_named_error(facts, i, failure);
    if (role == Role::return_ && read_return(facts, returned(facts, i), body)) i = facts.tree[i].after - 1;
  }
  return body;
}

}  // namespace

namespace {

// try { return find(); } catch {} throw missing(): what comes after the try tells of the failure.
bool thrown_after(const Facts& facts, const Failure& failure) {
  if (failure.kind != Failure::Kind::except) return false;
  auto next = facts.tree.next_sibling(failure.whole);
  while (next != no_node && facts.tree.kind(next).ends_with("comment")) next = facts.tree.next_sibling(next);
  return next != no_node && facts.role(next) == Role::raise;
}

}  // namespace

std::vector<std::string_view> body_kinds(const Facts& facts, const Failure& failure) {
  if (failure.kind == Failure::Kind::dropped) {
    // A function of this file that gives nothing back has no failure to look at.
    const auto* tried = facts.call(bare(facts, failure.tried));
    if (tried && tried->target != nothing &&
        facts.part(facts.functions[tried->target].node, Part::type) == no_node)
      return {};
    return {"dropped"};
  }
  if (failure.kind == Failure::Kind::success || failure.body == no_node) return {};
  if (tries_the_next(facts, failure) || thrown_after(facts, failure)) return {};
  const auto body = read_body(facts, failure);
  std::vector<std::string_view> kinds;
  const bool goes_on = !body.returns && !body.raises && facts.traits().errors_are_values;
  if (goes_on && looked_at_later(facts, failure)) return {};
  const bool quiet = body.calls == 0 && !body.raises && !body.returns && !body.counts;
  if (quiet && body.logs == 0 && !body.assigns) kinds.emplace_back("empty");
  if (quiet && body.logs == 0 && !body.keeps) kinds.emplace_back("silent");
  if (body.logs > 0 && body.calls == 0 && !body.raises && !body.counts &&
      (!body.returns || body.returns_none))
    kinds.emplace_back("logs");
  if (body.returns_empty && !body.raises && body.calls == 0) kinds.emplace_back("returns-empty");
  const bool looks = body.counts && facts.traits().errors_are_values;  // asks what kind of failure it is
  if (body.returns_none && !looks && !body.raises && body.calls == 0 && body.logs == 0)
    kinds.emplace_back("returns-none");
  return kinds;
}

std::vector<std::string> caught_types(const Facts& facts, const Failure& failure) {
  std::vector<std::string> types;
  const auto type = failure.types;
  if (type == no_node) return types;
  const bool condition = failure.kind != Failure::Kind::except;  // names errors among other things
  const auto add = [&](std::string_view name) {
    if (!condition || name.starts_with("Err") || name.ends_with("Error")) types.emplace_back(name);
  };
  for (NodeId i = type; i < facts.tree[type].after; ++i) {
    if (facts.role(i) == Role::attribute) {
      add(facts.text(facts.part(i, Part::name)));
      i = facts.tree[i].after - 1;
    } else if (facts.role(i) == Role::identifier) {
      add(facts.text(i));
    }
  }
  return types;
}

void find_except_clauses(const Facts& facts, std::vector<Candidate>& found) {
  for (const auto& failure : facts.failures) {
    if (failure.kind == Failure::Kind::success) continue;
    Candidate candidate{.node = failure.node, .origin = failure.whole, .name = std::string(failure.name)};
    candidate.failure = &failure;
    candidate.loop = loop_around(facts, failure.node);
    const auto types = shown_types(facts, failure);
    candidate.fields = {{"types", types}, {"subject", "except"}};
    candidate.because = {
        failure.kind == Failure::Kind::dropped
            ? fmt::format("line {}: nobody looks whether it failed", facts.line(failure.node))
            : fmt::format("line {}: catches {}", facts.line(failure.node), types)};
    found.push_back(std::move(candidate));
  }
}

}  // namespace detectors
