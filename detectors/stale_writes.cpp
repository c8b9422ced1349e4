// Subject: what one process shares and a function writes after it has waited. While it waits others run, so
// what it read before is stale: of two changes one is lost, or two callers both make what there should be one
// of.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "detectors/facts/checks.hpp"
#include "detectors/facts/words.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

constexpr NodeId longest_function = 20'000;  // nodes; what is longer no person wrote

bool declares(const Facts& facts, const Definition& known) {
  if (known.kind == Definition::Kind::augmented) return false;
  return known.kind != Definition::Kind::assignment ||
         (known.whole != no_node && facts.nodes[known.whole].own);
}

// The function that declares the name, as seen from the node; `nothing` when none of this file does.
FunctionId declared_in(const Facts& facts, NodeId name) {
  for (FunctionId at = facts.owner[name];; at = facts.functions[at].parent) {
    const auto known = facts.functions[at].definitions.find(facts.text(name));
    if (known != facts.functions[at].definitions.end() &&
        std::any_of(known->second.begin(), known->second.end(),
                    [&](const Definition& each) { return declares(facts, each); }))
      return at;
    if (at == 0) return nothing;
  }
}

// One object for all requests, as far as its name and its decorators tell.
bool is_shared_class(const Facts& facts, const Class& type) {
  static const std::vector<std::string> shared{
      "service",  "controller", "manager",  "provider",  "repository", "store",
      "cache",    "pool",       "registry", "gateway",   "server",     "handler",
      "resolver", "adapter",    "limiter",  "scheduler", "broker",     "client"};
  for (const auto decorator : type.decorators)
    if (facts.text(decorator).starts_with("Injectable") || facts.text(decorator).starts_with("Controller"))
      return true;
  return has_any_phrase(type.name, shared);
}

const Function* method_around(const Facts& facts, NodeId id) {
  for (FunctionId at = facts.owner[id]; at != 0; at = facts.functions[at].parent)
    if (facts.functions[at].type != nothing && !facts.functions[at].lambda) return &facts.functions[at];
  return nullptr;
}

// await Promise.all(rows.map(async (row) => …)): its rounds run beside one another.
bool runs_beside_itself(const Facts& facts, const Function& function) {
  if (!function.lambda || !facts.has(function.decorated, "loop")) return false;
  for (auto at = facts.tree[function.node].parent; at != no_node; at = facts.tree[at].parent) {
    if (facts.role(at) == Role::block) return false;
    if (const auto* call = facts.call(at); call && facts.has(call->labels, "gathers")) return true;
  }
  return false;
}

// A field of an object that many share (what holds a connection is meant to live long), a variable of the
// module, one of the function around parallel rounds.
bool is_shared(const Facts& facts, NodeId target, bool holds_what_opens) {
  const auto node = bare(facts, target);
  if (facts.role(node) == Role::attribute) {
    const auto* method = method_around(facts, node);
    return method && method->name != "constructor" &&
           facts.text(facts.part(node, Part::object)) == method->self &&
           (holds_what_opens || is_shared_class(facts, facts.types[method->type]));
  }
  if (facts.role(node) != Role::identifier) return false;
  const auto home = declared_in(facts, node);
  const auto& function = facts.functions[facts.owner[node]];
  if (home == nothing || home == facts.owner[node]) return false;
  return home == 0 || runs_beside_itself(facts, function);
}

struct Writer {
  const Facts& facts;
  const Function& function;
  NodeId write;   // the assignment
  NodeId target;  // what it changes
  NodeId value;

  [[nodiscard]] bool is_same(NodeId id) const {
    const auto role = facts.role(id);
    if (role != facts.role(target) || facts.text(id) != facts.text(target)) return false;
    return role != Role::identifier || is_reference(facts, id);
  }

  // The first read of it in the nodes from `begin` up to `end`; no_node when there is none.
  [[nodiscard]] NodeId read_in(NodeId begin, NodeId end) const {
    for (NodeId i = begin; i < end; ++i)
      if (is_same(i) && !is_written(i)) return i;
    return no_node;
  }

  [[nodiscard]] bool is_written(NodeId id) const {
    const auto parent = facts.tree[id].parent;
    return parent != no_node && facts.role(parent) == Role::assign && facts.part(parent, Part::target) == id;
  }

  [[nodiscard]] bool written_in(NodeId begin, NodeId end) const {
    for (NodeId i = begin; i < end; ++i)
      if (is_same(i) && is_written(i)) return true;
    return false;
  }

  // Where the function itself waits between the two; no_node when it does not.
  [[nodiscard]] NodeId wait_in(NodeId begin, NodeId end) const {
    for (NodeId i = begin; i < end; ++i)
      if (facts.role(i) == Role::await && facts.owner[i] == facts.owner[write]) return i;
    return no_node;
  }

  [[nodiscard]] bool is_computed(NodeId expression) const {
    const auto node = bare(facts, expression);
    if (facts.role(node) == Role::binary) return true;
    if (facts.role(node) == Role::collection) return facts.text(node).find("...") != std::string_view::npos;
    const auto* call = facts.call(node);
    return call && (call->method == "concat" || call->method == "filter" || call->method == "max" ||
                    call->method == "min");
  }

  // client ??= await connect()
  [[nodiscard]] bool sets_when_absent() const {
    const auto sign =
        facts.file->text().substr(facts.tree[target].end, facts.tree[value].begin - facts.tree[target].end);
    return sign.find("?\?=") != std::string_view::npos || sign.find("||=") != std::string_view::npos;
  }

  // total += await price(row), this.total = this.total + await price(row)
  [[nodiscard]] NodeId stale_operand() const {
    const auto wait = wait_in(value, facts.tree[value].after);
    if (wait == no_node) return no_node;
    if (facts.role(write) == Role::augment) return sets_when_absent() ? no_node : target;
    const auto read = is_computed(value) ? read_in(value, facts.tree[value].after) : no_node;
    return read < wait ? read : no_node;
  }

  // const next = this.total + 1; await store(next); this.total = next;
  [[nodiscard]] NodeId stale_copy() const {
    if (facts.role(write) == Role::augment || read_in(value, facts.tree[value].after) != no_node)
      return no_node;
    for (const auto name : references(facts, value)) {
      const auto* copy = definition(facts, name);
      if (!copy || copy->kind != Definition::Kind::assignment || copy->value == no_node ||
          copy->whole >= write || facts.owner[copy->target] != facts.owner[write] || copy->unpacked)
        continue;
      const auto end = facts.tree[copy->value].after;
      const auto read = read_in(copy->value, end);
      if (read == no_node || wait_in(copy->value, end) != no_node || wait_in(end, write) == no_node) continue;
      if (!is_computed(copy->value) && !is_computed(value)) continue;
      if (read_in(end, write) == no_node && !written_in(end, write)) return read;
    }
    return no_node;
  }

  // `!this.client`, `client == null`, somewhere in the condition.
  [[nodiscard]] bool asks_for_absence_of_it(NodeId condition) const {
    const auto asked = condition == no_node ? no_node : read_in(condition, facts.tree[condition].after);
    if (asked == no_node) return false;
    const auto above = facts.tree[asked].parent;
    if (facts.role(above) == Role::not_) return true;
    return facts.role(above) == Role::compare && asks_for_absence(facts, above);
  }

  [[nodiscard]] bool is_made() const {
    const auto node = bare(facts, value);
    return facts.role(node) == Role::call || facts.role(node) == Role::identifier;
  }

  // if (!client) { client = await connect(); }, if (client) return client; client = await connect();
  [[nodiscard]] NodeId earlier_look() const {
    if (facts.role(write) == Role::augment && sets_when_absent() &&
        wait_in(value, facts.tree[value].after) != no_node)
      return target;
    if (facts.role(write) == Role::augment || !is_made()) return no_node;
    const auto end = facts.tree[write].after;
    const auto fits = [&](NodeId from) {
      return wait_in(from, end) != no_node && !written_in(from, write) && read_in(from, write) == no_node;
    };
    for (NodeId i = function.body; i < write; ++i) {
      if (facts.role(i) != Role::branch || facts.owner[i] != facts.owner[write]) continue;
      const auto condition = facts.part(i, Part::condition);
      const auto body = facts.part(i, Part::body);
      if (condition == no_node || body == no_node) continue;
      const bool inside = facts.tree.inside(write, body);
      if (inside && asks_for_absence_of_it(condition) && fits(body)) return i;
      const bool there = !inside && is_same(bare(facts, condition)) && leaves_at_end(facts, body);
      if (there && !facts.tree.inside(write, i) && fits(facts.tree[i].after)) return i;
    }
    return no_node;
  }
};

}  // namespace

void find_stale_writes(const Facts& facts, std::vector<Candidate>& found) {
  const auto add = [&](const Writer& writer, NodeId seen, std::string_view kind) {
    Candidate candidate{
        .node = writer.write, .call = facts.call(bare(facts, writer.value)), .origin = writer.value};
    candidate.name = shown(facts, writer.target);
    candidate.loop = loop_around(facts, writer.write);
    candidate.fields = {{"variable", candidate.name}, {"subject", shown(facts, writer.write)}};
    candidate.bindings = {{"kind", std::string(kind)}};
    candidate.because = {
        fmt::format("line {}: `{}` is looked at", facts.line(seen), candidate.name),
        fmt::format("line {}: it is set after others may have run", facts.line(writer.write))};
    found.push_back(std::move(candidate));
  };
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    const auto role = facts.role(i);
    const bool writes = role == Role::augment || (role == Role::assign && !facts.nodes[i].own);
    if (!writes || facts.owner[i] == 0) continue;
    const auto& function = facts.functions[facts.owner[i]];
    const auto target = facts.part(i, Part::target);
    const auto value = facts.part(i, Part::value);
    if (!function.async || target == no_node || value == no_node || function.body == no_node ||
        facts.tree[function.body].after - function.body > longest_function || !is_shared(facts, target, true))
      continue;
    const Writer writer{facts, function, i, bare(facts, target), value};
    const bool shared = is_shared(facts, target, false);
    if (const auto operand = shared ? writer.stale_operand() : no_node; operand != no_node)
      add(writer, operand, "written back");
    else if (const auto copy = shared ? writer.stale_copy() : no_node; copy != no_node)
      add(writer, copy, "written back");
    else if (const auto look = writer.earlier_look(); look != no_node)
      add(writer, look, "made twice");
  }
}

}  // namespace detectors
