// Loops that try again until it succeeds.
#include <algorithm>

#include "detectors/contexts.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

constexpr std::size_t most_nodes = 5'000;  // of a loop that a person writes

bool is_exit(Role role) { return role == Role::raise || role == Role::return_ || role == Role::break_; }

bool ends_in_exit(const Facts& facts, NodeId block) {
  NodeId last = no_node;
  for (const auto statement : statements_of(facts, block))
    if (facts.role(statement) != Role::none_) last = statement;
  return last != no_node && is_exit(facts.role(last));
}

// The failures that deal with the same attempt.
std::vector<const Failure*> of_the_same(const Facts& facts, const Failure& failure) {
  std::vector<const Failure*> result;
  for (const auto& other : facts.failures)
    if (other.whole == failure.whole && other.function == failure.function) result.push_back(&other);
  return result;
}

// Whether the body of the loop leaves it when all went well: what tells trying again from going on.
bool leaves_on_success(const Facts& facts, NodeId loop, const Failure& failure) {
  const auto body = facts.part(loop, Part::body);
  const auto handlers = of_the_same(facts, failure);
  const auto end = std::min<std::size_t>(facts.tree[body].after, failure.whole + most_nodes);
  for (NodeId i = failure.whole; i < end; ++i) {
    const auto handler = std::find_if(handlers.begin(), handlers.end(), [&](auto* h) {
      return h->kind != Failure::Kind::success && h->body != no_node && (h->node == i || h->body == i);
    });
    if (handler != handlers.end()) {
      i = facts.tree[i].after - 1;
      continue;
    }
    if (facts.owner[i] != facts.owner[loop]) continue;
    if (facts.role(i) == Role::return_) return true;
    if (facts.role(i) == Role::break_ && enclosing(facts, i, Role::loop) == loop) return true;
  }
  return false;
}

bool some_failure_goes_on(const Facts& facts, const Failure& failure) {
  const auto handlers = of_the_same(facts, failure);
  return std::any_of(handlers.begin(), handlers.end(), [&](const Failure* handler) {
    return handler->kind == Failure::Kind::success ||
           (handler->body != no_node && !ends_in_exit(facts, handler->body));
  });
}

bool for_ever(const Facts& facts, NodeId loop) {
  const auto condition = facts.part(loop, Part::condition);
  if (condition != no_node) {
    const auto text = facts.text(bare(facts, condition));
    return text == "True" || text == "1" || text == "true" || text == ";";
  }
  const auto iterable = facts.part(loop, Part::iterable);
  if (iterable == no_node) return true;
  const auto* call = facts.call(bare(facts, iterable));
  return call && call->name == "itertools.count";
}

bool grows(std::string_view text) {
  return text.find('*') != std::string_view::npos || text.find("<<") != std::string_view::npos;
}

// if remote == nil { break } before the attempt.
bool leaves_before(const Facts& facts, NodeId loop, NodeId attempt) {
  for (NodeId i = facts.part(loop, Part::body); i < attempt; ++i)
    if (is_exit(facts.role(i)) && facts.owner[i] == facts.owner[loop] &&
        enclosing(facts, i, Role::loop) == loop && enclosing(facts, i, Role::branch) != no_node)
      return true;
  return false;
}

// A menu: each round does what was typed.
bool asks_a_person(std::string_view method) {
  for (const std::string_view known : {"nextLine", "nextInt", "nextLong", "readLine", "readPassword"})
    if (method == known) return true;
  return false;
}

bool gives_up(const Facts& facts, NodeId loop) {
  static const std::vector<std::string> counters{"attempt", "try",      "tries",   "retry",     "retries",
                                                 "count",   "deadline", "elapsed", "remaining", "until",
                                                 "expire",  "limit",    "max",     "time",      "monotonic"};
  static const std::vector<std::string> ends{"ctx done", "ctx err",        "backoff",
                                             "jitter",   "signal aborted", "is interrupted"};
  const auto body = facts.part(loop, Part::body);
  for (NodeId i = body; i < facts.tree[body].after; ++i) {
    const auto role = facts.role(i);
    if (is_exit(role) && is_inside(facts, i, "except")) return true;
    if (role == Role::compare && has_any_phrase(facts.text(i), counters)) return true;
    // A wait that grows: delay *= 2, sleep(2 ** attempt); or a context that ends.
    if (role == Role::augment && facts.text(i).find("*=") != std::string_view::npos) return true;
    if ((role == Role::attribute || role == Role::identifier) &&
        has_any_phrase(facts.text(i).substr(0, 80), ends))
      return true;
    const auto* call = facts.call(i);
    if (call && asks_a_person(call->method)) return true;
    if (call && facts.has(call->labels, "sleep") && grows(facts.text(i))) return true;
  }
  return false;
}

}  // namespace

namespace {

// for _, server := range servers { ask(server) }: another one is tried, not the same again.
bool tries_another(const Facts& facts, const Failure& failure, NodeId loop) {
  const auto iterable = loop_iterable(facts, loop);
  if (iterable == no_node || failure.tried == no_node) return false;
  const auto over = bare(facts, iterable);
  const auto* call = facts.call(over);
  if (facts.role(over) == Role::integer ||
      (call && (call->name == "range" || call->name == "itertools.count")))
    return false;
  for (NodeId i = failure.tried; i < facts.tree[failure.tried].after; ++i)
    if (const auto* tried = facts.call(i); tried && !facts.has(tried->labels, "sleep"))
      for (const auto& given : tried->arguments)
        if (depends_on_loop(facts, given.value, loop)) return true;
  return false;
}

// select { case <-ticker.C: … }: done again because it is time, not because it failed.
bool is_periodic(const Facts& facts, NodeId tried, NodeId loop) {
  for (auto at = facts.tree[tried].parent; at != no_node && at != loop; at = facts.tree[at].parent)
    if (facts.tree.kind(at) == "communication_case" &&
        facts.text(at).substr(0, 120).find("<-") != std::string_view::npos)
      return true;
  return false;
}

}  // namespace

NodeId retry_loop_of(const Facts& facts, const Failure& failure) {
  if (failure.kind == Failure::Kind::dropped) return no_node;
  const auto loop = enclosing(facts, failure.node, Role::loop);
  if (loop != no_node && (tries_another(facts, failure, loop) || is_periodic(facts, failure.node, loop)))
    return no_node;
  const auto body = loop == no_node ? no_node : facts.part(loop, Part::body);
  if (body == no_node || !facts.tree.inside(failure.whole, body) || !some_failure_goes_on(facts, failure) ||
      !leaves_on_success(facts, loop, failure))
    return no_node;
  return loop;
}

NodeId retry_loop_around(const Facts& facts, NodeId id) {
  for (const auto& failure : facts.failures) {
    if (failure.function != facts.owner[id] || failure.tried == no_node) continue;
    if (failure.node != id && !facts.tree.inside(id, failure.tried)) continue;
    if (const auto loop = retry_loop_of(facts, failure); loop != no_node) return loop;
  }
  return no_node;
}

bool is_unbounded(const Facts& facts, NodeId loop, NodeId attempt) {
  return for_ever(facts, loop) && !gives_up(facts, loop) && !leaves_before(facts, loop, attempt);
}

void find_retry_loops(const Facts& facts, std::vector<Candidate>& found) {
  NodeId last = no_node;
  for (const auto& failure : facts.failures) {
    if (failure.tried == no_node || failure.whole == last) continue;
    last = failure.whole;
    const auto loop = retry_loop_of(facts, failure);
    for (NodeId i = failure.tried; loop != no_node && i < facts.tree[failure.tried].after; ++i) {
      const auto* call = facts.call(i);
      if (!call || facts.owner[i] != failure.function) continue;
      Candidate candidate{
          .node = loop, .call = call, .loop = loop, .origin = i, .name = shown(facts, call->callee)};
      candidate.fields = {{"callee", candidate.name}, {"subject", shown(facts, loop)}};
      candidate.because = {std::string("line ") + std::to_string(facts.line(i)) + ": `" + candidate.name +
                           "` is tried again when it fails"};
      found.push_back(std::move(candidate));
    }
  }
}

}  // namespace detectors
