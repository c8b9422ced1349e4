#include "detectors/holders.hpp"

#include <algorithm>

namespace detectors {

using namespace facts;

namespace {

bool is_global(const Facts& facts, NodeId variable) {
  const auto body = facts.functions[facts.owner[variable]].body;
  for (NodeId i = body; body != no_node && i < variable; ++i)
    if (facts.role(i) == Role::global)
      for (const auto name : references(facts, i))
        if (facts.text(name) == facts.text(variable)) return true;
  return false;
}

}  // namespace

bool outlives_function(const Facts& facts, const Call& call, NodeId target) {
  const auto& function = facts.functions[call.function];
  const auto name = facts.text(target);
  for (NodeId i = function.node; i < function.body; ++i)
    if (facts.role(i) == Role::identifier && facts.text(i) == name) return true;
  const auto known = function.definitions.find(name);
  // f, err = os.Open(path): the variable is of the function around, or of the package.
  if (facts.traits().errors_are_values && known != function.definitions.end())
    return std::none_of(known->second.begin(), known->second.end(), [&](const Definition& each) {
      return each.whole != no_node && facts.nodes[each.whole].own;
    });
  if (!facts.traits().bare_fields) return false;
  return known == function.definitions.end() ||
         std::none_of(known->second.begin(), known->second.end(), [&](const Definition& each) {
           return each.kind != Definition::Kind::assignment ||
                  (each.whole != no_node && facts.nodes[each.whole].own);
         });
}

namespace {

// new BufferedReader(new FileReader(file)): who closes the outer one closes the inner one.
NodeId in_its_wrappers(const Facts& facts, NodeId call) {
  if (facts.tree.language() != syntax::Language::java) return call;
  while (true) {
    const auto list = facts.tree[call].parent;
    const auto* outer = list == no_node ? nullptr : facts.call(facts.tree[list].parent);
    if (!outer || facts.part(outer->node, Part::arguments) != list) return call;
    const auto name = outer->name.substr(outer->name.rfind('.') + 1);
    const bool wraps = facts.text(outer->node).starts_with("new ") &&
                       (name.ends_with("Reader") || name.ends_with("Writer") ||
                        name.ends_with("InputStream") || name.ends_with("OutputStream"));
    if (!wraps) return call;
    call = outer->node;
  }
}

}  // namespace

NodeId variable_of(const Facts& facts, NodeId opening) {
  const auto call = in_its_wrappers(facts, opening);
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

// sock.makefile(), file.detach(): what they give closes it. A descriptor that is asked for goes on elsewhere.
bool lives_on_in(const Facts& facts, NodeId attribute) {
  if (facts.role(attribute) != Role::attribute || !facts.traits().first_is_self) return false;
  const auto name = facts.text(facts.part(attribute, Part::name));
  if (name == "makefile" || name == "detach" || name == "fileno") return true;
  const auto call = facts.tree[attribute].parent;
  const auto around = call == no_node ? no_node : facts.tree[call].parent;
  if (name != "cursor" || around == no_node) return false;
  const auto target = facts.role(around) == Role::assign ? facts.part(around, Part::target) : no_node;
  return facts.role(around) == Role::return_ || (target != no_node && facts.role(target) == Role::attribute);
}

// Session(bind=op.get_bind())
bool is_borrowed(const Facts& facts, const Call& call) {
  return std::any_of(call.arguments.begin(), call.arguments.end(), [&](const Argument& given) {
    const auto calls = calls_behind(facts, given.value);
    return std::any_of(calls.begin(), calls.end(),
                       [&](auto index) { return facts.has(facts.calls[index].labels, "lends"); });
  });
}

// sys.exit(0) after it, or the end of Go's main.
bool process_ends(const Facts& facts, const Call& call) {
  const auto& function = facts.functions[call.function];
  if (facts.traits().errors_are_values && function.name == "main" && function.parent == 0 &&
      loop_around(facts, call.node) == no_node)
    return true;
  const auto& calls = function.calls;
  return std::any_of(calls.begin(), calls.end(), [&](auto index) {
    const auto& other = facts.calls[index];
    return other.node > call.node && facts.has(other.labels, "ends-process") &&
           loop_around(facts, call.node) == no_node;
  });
}

}  // namespace detectors
