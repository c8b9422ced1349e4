// What a call opened and a variable of its function holds: who has it, who closes it, which ways lead past.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "detectors/contexts.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/subjects.hpp"

namespace detectors::opened {

using namespace facts;

struct Resource {
  const Facts& facts;
  const Call& call;
  const Function& function;
  NodeId target;  // the variable that holds it
  const std::vector<std::string>& by;

  [[nodiscard]] bool is_ours(NodeId reference) const {
    if (!is_reference(facts, reference) || reference == target) return false;
    const auto* known = definition(facts, reference);
    if (!known || facts.text(reference) != facts.text(target)) return false;
    return known->target == target || is_emptied(*known) || is_apart(known->whole, reference);
  }

  // in.close(); in = null; … finally { if (in != null) in.close(); }
  [[nodiscard]] bool is_emptied(const Definition& known) const {
    return facts.tree.language() == syntax::Language::java && known.value != no_node &&
           facts.role(known.value) == Role::none;
  }

  // Bound again in a branch that the reference is no part of: what we opened in the other may stand there.
  [[nodiscard]] bool is_apart(NodeId other, NodeId reference) const {
    if (other == no_node || other < call.node) return false;
    auto block = other;  // or the one statement of a branch without braces
    for (auto at = facts.tree[other].parent; at != no_node && facts.role(block) != Role::block;
         at = facts.tree[at].parent) {
      if (facts.role(at) == Role::branch) break;
      block = at;
    }
    return block != no_node && !facts.tree.inside(reference, block) && !facts.tree.inside(call.node, block);
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
    if (lives_on_in(facts, parent)) return true;
    const auto role = facts.role(parent);
    if (role == Role::call && facts.part(parent, Part::object) == value) return gives_its_owner(parent);
    if (role == Role::attribute || role == Role::subscript || role == Role::compare || role == Role::branch ||
        role == Role::not_ || role == Role::logical)
      return false;
    // rows = nil, rows, err = …: a target of an assignment takes nothing.
    if ((role == Role::assign || role == Role::augment) && facts.part(parent, Part::target) == value)
      return false;
    if (role == Role::loop || role == Role::comprehension) return false;  // for line in file
    return true;
  }

  // self.close = connection.close: whoever has the method closes it.
  [[nodiscard]] bool method_handed_on(NodeId reference) const {
    const auto method = facts.tree[reference].parent;
    if (method == no_node || facts.role(method) != Role::attribute ||
        facts.part(method, Part::object) != reference ||
        !names_release(facts.text(facts.part(method, Part::name))))
      return false;
    const auto around = facts.tree[method].parent;
    return around != no_node && facts.role(around) != Role::call && facts.role(around) != Role::statement;
  }

  // return resp.Body, nil; reader.body = resp.Body: whoever has the part closes it.
  [[nodiscard]] bool part_handed_on(NodeId reference) const {
    if (method_handed_on(reference)) return true;
    const auto part = facts.tree[reference].parent;
    if (!facts.traits().errors_are_values || part == no_node || facts.role(part) != Role::attribute ||
        facts.text(facts.part(part, Part::name)) != "Body")
      return false;
    auto value = part;
    auto at = facts.tree[part].parent;
    while (at != no_node && (facts.role(at) == Role::group || facts.role(at) == Role::collection)) {
      value = at;
      at = facts.tree[at].parent;
    }
    if (at == no_node) return false;
    const auto role = facts.role(at);
    return role == Role::return_ || role == Role::pair || role == Role::keyword ||
           (role == Role::assign && facts.part(at, Part::value) == value);
  }

  // stream.getChannel(), connection.unwrap(…): who closes what it gives closes this.
  [[nodiscard]] bool gives_its_owner(NodeId id) const {
    const auto* asked = facts.call(id);
    return facts.tree.language() == syntax::Language::java && asked &&
           (asked->method == "getChannel" || asked->method == "unwrap");
  }

  // The call that the reference is an argument of; nullptr when it is none, or when what is called keeps it:
  // a constructor, or a function that closes in its own way.
  [[nodiscard]] const Call* lent_to(NodeId reference) const {
    auto value = reference;
    auto parent = facts.tree[value].parent;
    if (parent != no_node && facts.role(parent) == Role::keyword) {
      value = parent;
      parent = facts.tree[value].parent;
    }
    const auto whole = parent == no_node ? no_node : facts.tree[parent].parent;
    const auto* borrower = whole == no_node ? nullptr : facts.call(whole);
    if (!borrower || facts.part(whole, Part::arguments) != parent) return nullptr;
    const auto around = facts.tree[whole].parent;
    if (around != no_node && facts.role(around) == Role::spawn) return nullptr;
    auto name = borrower->method;
    if (facts.traits().first_is_self && name.starts_with('_')) name.remove_prefix(1);
    const bool makes =
        name.starts_with("New") || name.starts_with("new") ||
        (!facts.traits().errors_are_values && !name.empty() && name[0] >= 'A' && name[0] <= 'Z') ||
        facts.text(whole).starts_with("new ");
    static const std::vector<std::string> tidies{"close",   "closing", "release",  "defer", "cleanup",
                                                 "quietly", "dispose", "append",   "push",  "add",
                                                 "put",     "set",     "register", "wrap"};
    return makes || has_any_phrase(name, tidies) ? nullptr : borrower;
  }

  [[nodiscard]] bool names_release(std::string_view method) const {
    return std::find(by.begin(), by.end(), method) != by.end();
  }

  // file.close(), resp.Body.Close(), or pool.putconn(connection) where that is how it is said.
  [[nodiscard]] bool releases(NodeId reference) const {
    auto at = facts.tree[reference].parent;
    const auto whole = at == no_node ? no_node : facts.tree[at].parent;
    if (const auto* taker = whole == no_node ? nullptr : facts.call(whole);
        taker && facts.part(whole, Part::arguments) == at && names_release(taker->method) &&
        taker->receiver != no_node && facts.text(taker->receiver) == facts.text(call.receiver))
      return true;
    while (at != no_node && facts.role(at) == Role::attribute) at = facts.tree[at].parent;
    if (closed_by_helper(at)) return true;
    const auto* method = at == no_node ? nullptr : facts.call(at);
    if (method && method->callee == at && method->receiver != reference)
      return false;  // an argument of the call
    return method && method->receiver != no_node && names_release(method->method);
  }

  // closeBody(resp.Body), fs.CheckClose(resp.Body, &err): a part of it goes to a function that closes.
  [[nodiscard]] bool closed_by_helper(NodeId arguments) const {
    const auto whole = arguments == no_node ? no_node : facts.tree[arguments].parent;
    const auto* taker = whole == no_node ? nullptr : facts.call(whole);
    return facts.traits().errors_are_values && taker && facts.part(whole, Part::arguments) == arguments &&
           has_any_phrase(taker->method, {"close", "closing", "closes", "drain", "cleanup"});
  }

  // if os.IsNotExist(err) { … }: asks for the error that opening gave.
  [[nodiscard]] bool asks_why_it_failed(NodeId branch) const {
    const auto condition = facts.part(branch, Part::condition);
    if (!facts.traits().errors_are_values || condition == no_node) return false;
    const auto text = facts.text(condition);
    const auto name = facts.text(target);  // if resp.Body == nil
    if (text.starts_with(name) && text.ends_with("== nil")) return true;
    if (text.find("nil") != std::string_view::npos && !text.ends_with(" != nil")) return false;
    for (const auto name : references(facts, condition))
      if (const auto* known = definition(facts, name); known && known->value != no_node && known->unpacked)
        if (facts.text(name) != facts.text(target) && facts.tree.inside(call.node, known->value)) return true;
    return false;
  }

  // switch { case os.IsNotExist(err): return …; case err != nil: return … }
  [[nodiscard]] bool is_case_of_failure(NodeId at) const {
    const auto text = facts.text(at);
    if (!facts.traits().errors_are_values || !text.starts_with("case ")) return false;
    const auto colon = facts.tree[at].begin + text.find(':');
    for (const auto name : references(facts, at))
      if (const auto* known = definition(facts, name); facts.tree[name].begin < colon && known)
        if (known->unpacked && known->target != target && known->value != no_node &&
            facts.tree.inside(call.node, known->value))
          return true;
    return false;
  }

  // if err := check(resp); err != nil { return err }: a function of the file that closes what it does not
  // like.
  [[nodiscard]] bool closed_by_checker(const Failure& failure) const {
    const auto* checker = failure.tried == no_node ? nullptr : facts.call(bare(facts, failure.tried));
    if (!checker || checker->target == nothing) return false;
    const bool takes = std::any_of(checker->arguments.begin(), checker->arguments.end(),
                                   [&](const Argument& given) { return is_ours(given.value); });
    const auto body = facts.functions[checker->target].node;  // a deferred function in it closes as well
    return takes && std::any_of(facts.calls.begin(), facts.calls.end(), [&](const Call& each) {
             return names_release(each.method) && facts.tree.inside(each.node, body);
           });
  }

  // Where opening itself failed there is nothing to release.
  [[nodiscard]] NodeId past_failure_to_open(NodeId at) const {
    if (facts.role(at) == Role::branch && target != no_node && asks_why_it_failed(at))
      return facts.tree[at].after;
    if (target != no_node && is_case_of_failure(at)) return facts.tree[at].after;
    for (const auto& failure : facts.failures)
      if (failure.node == at && failure.kind != Failure::Kind::success && failure.tried != no_node &&
          (facts.tree.inside(call.node, failure.tried) || closed_by_checker(failure)))
        return facts.tree[at].after;
    return no_node;
  }

  // if f, err = os.Open(path); err != nil { return err }: what follows the branch is where it is open.
  [[nodiscard]] NodeId past_opening(NodeId release) const {
    NodeId from = facts.tree[call.node].after;
    for (const auto& failure : facts.failures) {
      if (failure.kind != Failure::Kind::branch || !facts.tree.inside(call.node, failure.node) ||
          failure.body == no_node || facts.tree.inside(call.node, failure.body))
        continue;
      // if f, err := os.Open(path); err != nil { return err } else { defer f.Close() }
      const bool otherwise =
          facts.tree.inside(release, failure.node) && !facts.tree.inside(release, failure.body);
      const auto past = facts.tree[otherwise ? failure.body : failure.node].after;
      if (past <= release) from = std::max(from, past);
    }
    return from;
  }

  // mu.Unlock() of the lock that the call took.
  [[nodiscard]] bool unlocks(NodeId id) const {
    const auto* other = facts.call(id);
    return other && other->receiver != no_node && names_release(other->method) &&
           facts.text(other->receiver) == facts.text(call.receiver);
  }

  // if err != nil { f.Close(); return err }: this way out closes by itself.
  [[nodiscard]] bool closes_before(NodeId leaving) const {
    if (!facts.traits().errors_are_values) return false;
    auto block = facts.tree[statement_of(facts, leaving)].parent;
    for (; block != no_node && !facts.tree.inside(call.node, block); block = facts.tree[block].parent)
      if (facts.role(block) == Role::block && closes_within(block, leaving)) return true;
    return false;
  }

  // data, err := io.ReadAll(resp.Body); if err != nil { return err }: a connection that fails while it is
  // read is dropped by the transport, closed or not.
  [[nodiscard]] bool reading_failed(NodeId leaving) const {
    return std::any_of(facts.failures.begin(), facts.failures.end(), [&](const Failure& failure) {
      if (failure.body == no_node || !facts.tree.inside(leaving, failure.body)) return false;
      const auto* read = failure.tried == no_node ? nullptr : facts.call(bare(facts, failure.tried));
      return read && (read->name == "io.ReadAll" || read->name == "io/ioutil.ReadAll") &&
             std::any_of(read->arguments.begin(), read->arguments.end(), [&](const Argument& given) {
               const auto root = root_of(facts, given.value);
               return root != no_node && is_ours(root) && facts.text(given.value).ends_with(".Body");
             });
    });
  }

  // By a statement of the block itself: what stands in a branch before it may not have run.
  [[nodiscard]] bool closes_within(NodeId block, NodeId leaving) const {
    for (NodeId i = block; i < leaving; ++i) {
      const auto statement = statement_of(facts, i);
      const bool direct = facts.tree.inside(leaving, facts.tree[statement].parent);
      if (direct && (target != no_node ? is_ours(i) && releases(i) : unlocks(i))) return true;
    }
    return false;
  }

  // Another way out of the function, or a call that may fail, between opening and releasing. Where errors are
  // values a call that fails leaves only by a return that we see.
  [[nodiscard]] bool leaves_between(NodeId release, bool calls_leave) const {
    for (NodeId i = past_opening(release); i < release; ++i) {
      if (facts.owner[i] != facts.owner[call.node]) continue;
      if (const auto past = past_failure_to_open(i); past != no_node) {
        i = past - 1;
        continue;
      }
      const auto role = facts.role(i);
      if (facts.tree.inside(release, i)) continue;  // return resp.Body.Close()
      if (calls_leave && released_on_failure(i)) continue;
      const bool raises = role == Role::raise && (calls_leave || facts.traits().errors_are_values);
      if (role == Role::return_ || raises) {
        if (closes_before(i) || reading_failed(i)) continue;
        return true;
      }
      const auto* between = calls_leave ? facts.call(i) : nullptr;
      if (between && (facts.has(between->labels, "outbound") || facts.has(between->labels, "query") ||
                      works_with_it(*between)))
        return true;
    }
    return false;
  }

  // try: work() except Exception: f.close(); raise: that way out closes it as well.
  [[nodiscard]] bool released_on_failure(NodeId id) const {
    return std::any_of(facts.failures.begin(), facts.failures.end(), [&](const Failure& failure) {
      const bool there = failure.kind == Failure::Kind::except && failure.tried != no_node &&
                         (facts.tree.inside(id, failure.tried) || facts.tree.inside(id, failure.body));
      if (!there || failure.function != call.function) return false;
      for (NodeId i = failure.body; i < facts.tree[failure.body].after; ++i)
        if (is_ours(i) && releases(i)) return true;
      return false;
    });
  }

  // What is done with a connection of a pool asks another host, whatever it is called.
  [[nodiscard]] bool works_with_it(const Call& other) const {
    if (!facts.has(call.labels, "opens-pooled") || names_release(other.method)) return false;
    const auto is_it = [&](NodeId value) {
      const auto root = value == no_node ? no_node : root_of(facts, value);
      return root != no_node && is_ours(root);
    };
    return is_it(other.receiver) || std::any_of(other.arguments.begin(), other.arguments.end(),
                                                [&](const Argument& given) { return is_it(given.value); });
  }
};

}  // namespace detectors::opened
