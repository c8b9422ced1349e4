#include "detectors/callers_context.hpp"

namespace detectors {

using namespace facts;

namespace {

// send := func() { … }, return func() { … }: kept, and called when the request may be long over.
bool is_kept(const Facts& facts, const Function& function) {
  if (!function.lambda || !facts.traits().errors_are_values) return false;
  const auto parent = facts.tree[function.node].parent;
  const auto whole = parent == no_node ? no_node : facts.tree[parent].parent;
  const auto* call = whole == no_node ? nullptr : facts.call(whole);
  const bool handed = call && facts.part(whole, Part::arguments) == parent;
  const auto* own = parent == no_node ? nullptr : facts.call(parent);
  if (handed && facts.has(call->labels, "single-flight")) return true;  // what it gives is for all who wait
  // load(ctx, path, func() { … }): told when something else happens, whenever that is.
  const bool bare_callback = facts.text(function.node).starts_with("func() {");
  if (handed && bare_callback && call->method != "Do" && call->method != "Go" && call->method != "Run")
    return true;
  return !handed && !(own && own->callee == function.node);
}

// if ctx != nil { … } else { … }, if ctx == nil { … }: there the caller gave none.
bool where_there_is_none(const Facts& facts, NodeId id) {
  auto below = id;
  for (auto at = facts.tree[id].parent; at != no_node && facts.owner[at] == facts.owner[id];
       at = facts.tree[at].parent) {
    const auto condition = facts.role(at) == Role::branch ? facts.part(at, Part::condition) : no_node;
    const auto text = facts.text(condition);
    const bool there = facts.part(at, Part::body) == below;
    if (condition != no_node && (text == "ctx == nil" || text == "ctx != nil"))
      return there == (text == "ctx == nil");
    below = at;
  }
  return false;
}

// The function itself or one around it, as far out as it is called while that runs.
bool given(const Facts& facts, NodeId id, std::string_view label) {
  for (FunctionId at = facts.owner[id]; at != 0; at = facts.functions[at].parent) {
    if (facts.has(facts.functions[at].decorated, label)) return !where_there_is_none(facts, id);
    if (is_kept(facts, facts.functions[at])) return false;
  }
  return false;
}

}  // namespace

// A function, or one around it, that was given a context or a request.
bool has_context(const Facts& facts, NodeId id) { return given(facts, id, "context"); }

// A context of its own, not a request that may be one to send.
bool has_own_context(const Facts& facts, NodeId id) { return given(facts, id, "own-context"); }

namespace {

// w.ready = cancel.New(context.Background()): made to be kept.
bool made_for_field(const Facts& facts, NodeId call) {
  const auto parent = facts.tree[call].parent;
  const auto assign =
      parent != no_node && facts.role(parent) == Role::group ? facts.tree[parent].parent : parent;
  if (assign == no_node || facts.role(assign) != Role::assign) return false;
  const auto method = facts.call(call)->method;
  auto target = bare(facts, facts.part(assign, Part::target));
  if (facts.role(target) == Role::collection) target = facts.tree.first_child(target);
  return (method.starts_with("New") || method.starts_with("With")) && facts.role(target) == Role::attribute;
}

// ctx = context.Background(): what follows is taken off the caller's on purpose, and says so.
bool detaches(const Facts& facts, NodeId assign, NodeId call) {
  if (facts.role(assign) != Role::assign || facts.nodes[assign].own) return false;
  const auto target = bare(facts, facts.part(assign, Part::target));
  return bare(facts, facts.part(assign, Part::value)) == call && facts.role(target) == Role::identifier;
}

}  // namespace

// &T{Context: context.Background()}: what is kept in an object is no call's.
bool in_literal(const Facts& facts, NodeId id) {
  for (auto at = facts.tree[id].parent; at != no_node; at = facts.tree[at].parent) {
    if (facts.role(at) == Role::pair || facts.role(at) == Role::keyword) return true;
    if (facts.call(at) && made_for_field(facts, at)) return true;
    if (detaches(facts, at, id)) return true;
    if (facts.role(at) == Role::call || facts.role(at) == Role::block) return false;
  }
  return false;
}

namespace {

bool names_context(const Facts& facts, NodeId value) {
  const auto node = bare(facts, value);
  const auto text = facts.text(node);
  if (text == "ctx" || text.ends_with("Ctx") || text.ends_with(".Context()") ||
      text.starts_with("context.With"))
    return true;
  const auto type = value_of(facts, node).type;
  return type != no_type && facts.has(facts.tables->type(type).parameter, "context");
}

}  // namespace

// req, err := http.NewRequest(…); send(ctx, req): what the call made goes on together with a context.
bool joined_by_context(const Facts& facts, NodeId id) {
  if (const auto* own = facts.call(id))
    for (const auto& given : own->arguments)
      if (names_context(facts, given.value)) return true;
  const auto statement = statement_of(facts, id);
  std::string_view name;
  for (NodeId i = statement; i < id && name.empty(); ++i)
    if (facts.role(i) == Role::identifier) name = facts.text(i);
  if (name.empty()) return false;
  for (const auto index : facts.functions[facts.owner[id]].calls) {
    const auto& call = facts.calls[index];
    if (call.node < id) continue;
    bool context = false;
    bool value = false;
    for (const auto& given : call.arguments) {
      context |= names_context(facts, given.value);
      value |= facts.text(given.value) == name;
    }
    if (context && value) return true;
  }
  return false;
}

}  // namespace detectors
