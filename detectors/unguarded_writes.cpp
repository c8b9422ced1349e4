// Subject: fields that one method of a class changes with its lock held, and another without.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "detectors/facts/words.hpp"
#include "detectors/locks.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

struct Change {
  NodeId node = no_node;
  std::string_view field;
  FunctionId method = 0;
  bool locked = false;
};

bool is_one_of(std::string_view name, const std::vector<std::string_view>& known) {
  return std::find(known.begin(), known.end(), name) != known.end();
}

bool changes_collection(std::string_view method) {
  static const std::vector<std::string_view> known{"append",     "extend",  "insert", "add",
                                                   "update",     "pop",     "remove", "clear",
                                                   "setdefault", "popitem", "discard"};
  return is_one_of(method, known);
}

struct Guarded {
  const Facts& facts;
  const Class& type;
  std::vector<std::string> locks;    // "self._lock"
  std::set<std::string_view> plain;  // fields that bear no change by two threads: dicts, lists, numbers
  std::set<FunctionId> alone;        // methods that only run before others do
  std::set<FunctionId> under;        // methods that are only called with the lock held

  [[nodiscard]] const Call* made_as(const Definition& field) const {
    return field.value == no_node ? nullptr : facts.call(bare(facts, field.value));
  }

  // {}, [], 0, set(), defaultdict(list)
  [[nodiscard]] bool is_plain(NodeId value) const {
    static const std::vector<std::string_view> makers{"dict",        "list",    "set",
                                                      "defaultdict", "Counter", "OrderedDict"};
    const auto node = value == no_node ? no_node : bare(facts, value);
    if (node == no_node) return false;
    const auto role = facts.role(node);
    if (const auto* call = facts.call(node)) return is_one_of(call->method, makers);
    return role == Role::collection || role == Role::integer || role == Role::float_;
  }

  void read_fields(std::string_view self) {
    static const std::vector<std::string_view> locking{"threading.Lock", "threading.RLock",
                                                       "threading.Condition", "multiprocessing.Lock",
                                                       "multiprocessing.RLock"};
    for (const auto& [name, all] : type.fields) {
      const auto* made = made_as(all.front());
      if (is_plain(all.front().value)) plain.insert(name);
      if (!made) continue;
      if (is_one_of(made->name, locking)) locks.push_back(fmt::format("{}.{}", self, name));
    }
  }

  // with self._lock: …, self._lock.acquire(), @synchronized
  [[nodiscard]] bool holds_lock(NodeId id) const {
    if (is_locked(facts, id)) return true;
    for (auto at = facts.tree[id].parent; at != no_node; at = facts.tree[at].parent) {
      if (facts.role(at) != Role::with) continue;
      const auto end = facts.tree[facts.part(at, Part::body)].begin;
      const auto head = facts.file->text().substr(facts.tree[at].begin, end - facts.tree[at].begin);
      if (std::any_of(locks.begin(), locks.end(),
                      [&](auto& lock) { return head.find(lock) != std::string_view::npos; }))
        return true;
    }
    const auto& function = facts.functions[facts.owner[id]];
    return std::any_of(function.decorators.begin(), function.decorators.end(), [&](NodeId decorator) {
      return has_any_phrase(facts.text(decorator), {"lock", "locked", "synchronized", "synchronised"});
    });
  }

  [[nodiscard]] bool is_exempt(FunctionId method) const {
    static const std::vector<std::string> words{"init",   "new",    "del",      "locked", "unlocked",
                                                "nolock", "unsafe", "setstate", "setup",  "configure"};
    return has_any_phrase(facts.functions[method].name, words);
  }

  // Helpers that are called with the lock held, by such a helper, or only before others run.
  void find_helpers() {
    for (int depth = 0; depth < 3; ++depth)
      for (const auto& [name, method] : type.methods) {
        bool locked = false;
        bool any = false;
        bool early = true;
        for (const auto& call : facts.calls) {
          if (call.target != method) continue;
          any = true;
          locked |= holds_lock(call.node) || under.count(call.function) > 0;
          early &= is_exempt(call.function) || alone.count(call.function) > 0;
        }
        if (locked) under.insert(method);
        if (!locked && any && early) alone.insert(method);
      }
  }

  // F of self.F, self.F[key]; nothing for self.F.other.
  [[nodiscard]] std::string_view field_of(NodeId target, std::string_view self) const {
    auto node = target == no_node ? no_node : bare(facts, target);
    if (node != no_node && facts.role(node) == Role::subscript)
      node = bare(facts, facts.part(node, Part::object));
    if (node == no_node || facts.role(node) != Role::attribute) return "";
    if (facts.text(facts.part(node, Part::object)) != self) return "";
    return facts.text(facts.part(node, Part::name));
  }

  [[nodiscard]] std::string_view changed(NodeId id, std::string_view self) const {
    const auto role = facts.role(id);
    if (role == Role::augment) return field_of(facts.part(id, Part::target), self);
    // self.items = {} is one step for whoever looks; self.items[key] = … is not, for whoever goes over them.
    if (role == Role::assign && facts.role(bare(facts, facts.part(id, Part::target))) == Role::subscript)
      return field_of(facts.part(id, Part::target), self);
    if (facts.tree.kind(id) == "delete_statement")  // behind the word `del`
      return field_of(facts.tree.next_sibling(facts.tree.first_child(id)), self);
    const auto* call = facts.call(id);
    if (call && call->receiver != no_node && changes_collection(call->method))
      return field_of(call->receiver, self);
    return "";
  }

  [[nodiscard]] std::vector<Change> changes() const {
    std::vector<Change> found;
    for (const auto& [name, method] : type.methods) {
      const auto& function = facts.functions[method];
      if (function.self.empty() || function.body == no_node || is_exempt(method) || alone.count(method) > 0)
        continue;
      for (NodeId i = function.body; i < facts.tree[function.body].after; ++i)
        if (const auto field = changed(i, function.self); plain.count(field) > 0)
          found.push_back({i, field, method, under.count(method) > 0 || holds_lock(i)});
    }
    return found;
  }
};

Candidate candidate_of(const Facts& facts, const Change& bare_one, const Change& held) {
  Candidate candidate{.node = bare_one.node, .call = facts.call(bare_one.node), .origin = bare_one.node};
  candidate.name = std::string(bare_one.field);
  candidate.fields = {{"variable", candidate.name},
                      {"subject", shown(facts, bare_one.node)},
                      {"first", std::to_string(facts.line(held.node))}};
  candidate.because = {
      fmt::format("line {}: `{}` is changed with the lock held", facts.line(held.node), candidate.name),
      fmt::format("line {}: and here without it", facts.line(bare_one.node))};
  return candidate;
}

void read_class(const Facts& facts, const Class& type, std::vector<Candidate>& found) {
  std::string_view self;
  for (const auto& [name, method] : type.methods)
    if (!facts.functions[method].self.empty()) self = facts.functions[method].self;
  Guarded guarded{facts, type, {}, {}, {}, {}};
  guarded.read_fields(self);
  if (self.empty() || guarded.locks.empty()) return;
  guarded.find_helpers();
  const auto changes = guarded.changes();
  std::set<std::pair<FunctionId, std::string_view>> told;  // once in a method is enough
  for (const auto& each : changes) {
    if (each.locked || !told.emplace(each.method, each.field).second) continue;
    const Change* held = nullptr;
    int with = 0;
    int without = 0;
    for (const auto& other : changes) {
      if (other.field != each.field) continue;
      ++(other.locked ? with : without);
      if (other.locked && other.method != each.method) held = &other;
    }
    if (held && with >= without) found.push_back(candidate_of(facts, each, *held));
  }
}

}  // namespace

void find_unguarded_writes(const Facts& facts, std::vector<Candidate>& found) {
  for (const auto& type : facts.types) read_class(facts, type, found);
  std::sort(found.begin(), found.end(), [](auto& a, auto& b) { return a.node < b.node; });
}

}  // namespace detectors
