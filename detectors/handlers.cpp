// Subjects about failures: except clauses, what they tell the client, loops that try again.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

NodeId caught(const Facts& facts, NodeId except) {
  const auto type = facts.part(except, Part::type);
  return type != no_node && facts.role(type) == Role::as ? facts.part(type, Part::value) : type;
}

NodeId alias_of(const Facts& facts, NodeId except) {
  const auto type = facts.part(except, Part::type);
  return type != no_node && facts.role(type) == Role::as ? facts.part(type, Part::alias) : no_node;
}

std::string shown_types(const Facts& facts, NodeId except) {
  const auto type = caught(facts, except);
  return type == no_node ? "everything" : shown(facts, type);
}

// The value of a return statement; no_node for a bare one.
NodeId returned(const Facts& facts, NodeId statement) {
  for (auto child = facts.tree.first_child(statement); child != no_node;
       child = facts.tree.next_sibling(child))
    if (facts.tree[child].named && facts.role(child) != Role::none_) return child;
  return no_node;
}

bool is_empty_value(const Facts& facts, NodeId value) {
  const auto text = facts.text(value);
  for (const auto empty : {"[]", "{}", "()", "0", "0.0", "False", "\"\"", "''", "set()", "dict()", "list()"})
    if (text == empty) return true;
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
};

Body read_body(const Facts& facts, NodeId except) {
  Body body;
  const auto block = facts.part(except, Part::body);
  const auto alias = facts.text(alias_of(facts, except));
  for (NodeId i = block; block != no_node && i < facts.tree[block].after; ++i) {
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
    body.counts |=
        role == Role::augment || (role == Role::identifier && !alias.empty() && facts.text(i) == alias);
    body.assigns |= role == Role::assign;
    if (role != Role::return_) continue;
    const auto value = returned(facts, i);
    const bool none = value == no_node || facts.role(value) == Role::none;
    body.returns = true;
    body.returns_none |= none;
    body.returns_empty |= !none && is_empty_value(facts, value);
  }
  return body;
}

}  // namespace

std::vector<std::string_view> body_kinds(const Facts& facts, NodeId except) {
  const auto body = read_body(facts, except);
  std::vector<std::string_view> kinds;
  const bool quiet = body.calls == 0 && !body.raises && !body.returns && !body.counts;
  if (quiet && body.logs == 0 && !body.assigns) kinds.emplace_back("empty");
  if (quiet && body.logs == 0) kinds.emplace_back("silent");
  if (body.logs > 0 && body.calls == 0 && !body.raises && !body.counts &&
      (!body.returns || body.returns_none))
    kinds.emplace_back("logs");
  if (body.returns_empty && !body.raises && body.calls == 0) kinds.emplace_back("returns-empty");
  if (body.returns_none && !body.raises && body.calls == 0 && body.logs == 0)
    kinds.emplace_back("returns-none");
  return kinds;
}

std::vector<std::string> caught_types(const Facts& facts, NodeId except) {
  std::vector<std::string> types;
  const auto type = caught(facts, except);
  if (type == no_node) return types;
  for (NodeId i = type; i < facts.tree[type].after; ++i) {
    if (facts.role(i) == Role::attribute) {
      types.emplace_back(facts.text(facts.part(i, Part::name)));
      i = facts.tree[i].after - 1;
    } else if (facts.role(i) == Role::identifier) {
      types.emplace_back(facts.text(i));
    }
  }
  return types;
}

void find_except_clauses(const Facts& facts, std::vector<Candidate>& found) {
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    if (facts.role(i) != Role::except) continue;
    Candidate candidate{
        .node = i, .origin = facts.tree[i].parent, .name = std::string(facts.text(alias_of(facts, i)))};
    candidate.loop = loop_around(facts, i);
    candidate.fields = {{"types", shown_types(facts, i)}, {"subject", "except"}};
    candidate.because = {fmt::format("line {}: catches {}", facts.line(i), shown_types(facts, i))};
    found.push_back(std::move(candidate));
  }
}

namespace {

// The text of the exception, not a code or a field that it was given for the client.
bool tells_text(const Facts& facts, NodeId reference) {
  const auto parent = facts.tree[reference].parent;
  if (parent == no_node || facts.role(parent) != Role::attribute ||
      facts.part(parent, Part::object) != reference)
    return true;
  const auto name = facts.text(facts.part(parent, Part::name));
  return name == "args" || name == "message" || name == "orig" || name == "statement" || name == "pgerror";
}

// A return, or a call that makes the error response.
NodeId response_around(const Facts& facts, NodeId id) {
  for (auto at = id; at != no_node && facts.owner[at] == facts.owner[id]; at = facts.tree[at].parent) {
    if (facts.role(at) == Role::return_) return at;
    if (const auto* call = facts.call(at)) {
      if (facts.has(call->labels, "log")) return no_node;
      if (facts.has(call->labels, "responds")) return at;
    }
  }
  return no_node;
}

}  // namespace

void find_error_responses(const Facts& facts, std::vector<Candidate>& found) {
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    if (facts.role(i) != Role::except) continue;
    const auto alias = facts.text(alias_of(facts, i));
    const auto block = facts.part(i, Part::body);
    for (NodeId at = block; block != no_node && at < facts.tree[block].after; ++at) {
      const auto* call = facts.call(at);
      const bool trace = call && facts.has(call->labels, "stack-trace");
      const bool text =
          !alias.empty() && is_reference(facts, at) && facts.text(at) == alias && tells_text(facts, at);
      if (!trace && !text) continue;
      const auto response = response_around(facts, at);
      if (response == no_node) continue;
      Candidate candidate{.node = response, .origin = i, .name = shown_types(facts, i)};
      candidate.loop = loop_around(facts, response);
      candidate.fields = {{"subject", shown(facts, response)}, {"types", candidate.name}};
      candidate.because = {fmt::format("line {}: catches {}", facts.line(i), candidate.name),
                           fmt::format("line {}: its text goes into the response", facts.line(response))};
      found.push_back(std::move(candidate));
      break;
    }
  }
}

void find_retry_loops(const Facts& facts, std::vector<Candidate>& found) {
  for (NodeId attempt = 0; attempt < facts.tree.size(); ++attempt) {
    if (facts.role(attempt) != Role::try_) continue;
    const auto body = facts.part(attempt, Part::body);
    const auto loop = body == no_node ? no_node : retry_loop_of(facts, attempt);
    for (NodeId i = body; loop != no_node && i < facts.tree[body].after; ++i) {
      const auto* call = facts.call(i);
      if (!call || facts.owner[i] != facts.owner[attempt]) continue;
      Candidate candidate{
          .node = loop, .call = call, .loop = loop, .origin = i, .name = shown(facts, call->callee)};
      candidate.fields = {{"callee", candidate.name}, {"subject", shown(facts, loop)}};
      candidate.because = {
          fmt::format("line {}: `{}` is tried again when it fails", facts.line(i), candidate.name)};
      found.push_back(std::move(candidate));
    }
  }
}

namespace {

bool for_ever(const Facts& facts, NodeId loop) {
  const auto condition = facts.part(loop, Part::condition);
  if (condition != no_node) {
    const auto text = facts.text(bare(facts, condition));
    return text == "True" || text == "1" || text == "true";
  }
  const auto* call = facts.call(bare(facts, facts.part(loop, Part::iterable)));
  return call && call->name == "itertools.count";
}

bool gives_up(const Facts& facts, NodeId loop) {
  const std::vector<std::string> counters{"attempt", "try",      "tries",   "retry",     "retries",
                                          "count",   "deadline", "elapsed", "remaining", "until",
                                          "expire",  "limit",    "max",     "time",      "monotonic"};
  const auto body = facts.part(loop, Part::body);
  for (NodeId i = body; i < facts.tree[body].after; ++i) {
    const auto role = facts.role(i);
    const bool leaves = role == Role::raise || role == Role::return_ || role == Role::break_;
    if (leaves && enclosing(facts, i, Role::except) != no_node) return true;
    if (role == Role::compare && has_any_phrase(facts.text(i), counters)) return true;
    // A wait that grows: delay *= 2, sleep(2 ** attempt).
    if (role == Role::augment && facts.text(i).find("*=") != std::string_view::npos) return true;
    const auto* call = facts.call(i);
    if (call && facts.has(call->labels, "sleep") && facts.text(i).find('*') != std::string_view::npos)
      return true;
  }
  return false;
}

}  // namespace

bool is_unbounded(const Facts& facts, NodeId loop) { return for_ever(facts, loop) && !gives_up(facts, loop); }

}  // namespace detectors
