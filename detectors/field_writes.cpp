// Subject: fields of an object that its methods change. Where one object serves many requests at once, as a
// handler does, a change that no lock guards is a race.
#include <fmt/format.h>

#include <algorithm>

#include "detectors/facts/words.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

// What is made so bears no change by two threads.
bool is_plain_collection(std::string_view value) {
  if (value.find("Concurrent") != std::string_view::npos ||
      value.find("synchronized") != std::string_view::npos)
    return false;
  for (const std::string_view maker :
       {"HashMap", "TreeMap", "ArrayList", "HashSet", "LinkedList", "ArrayDeque"})
    if (value.find(maker) != std::string_view::npos) return true;
  return false;
}

bool changes_collection(std::string_view method) {
  for (const std::string_view known :
       {"put", "add", "remove", "clear", "merge", "computeIfAbsent", "putIfAbsent", "addLast", "removeFirst"})
    if (method == known) return true;
  return false;
}

bool is_any_of(std::string_view text, std::initializer_list<std::string_view> known) {
  return std::find(known.begin(), known.end(), text) != known.end();
}

bool ends_in_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](auto each) { return name.ends_with(each); });
}

// A servlet, a bean: made once for all requests. What merely is given a response is made for each as a rule,
// and so are the resources of JAX-RS.
bool is_singleton(const Facts& facts, const Class& type, const Function& method) {
  if (method.name == type.name) return false;  // nobody sees the object before it is made
  const auto whole = facts.text(type.node);    // … implements SingleThreadModel: one for each request
  if (whole.substr(0, whole.find('{')).find("SingleThreadModel") != std::string_view::npos) return false;
  bool once = false;
  for (const auto decorator : type.decorators) {
    const auto name = facts.text(decorator).substr(0, facts.text(decorator).find('('));
    if (is_any_of(name, {"Singleton", "ApplicationScoped", "Stateless"})) return true;
    if (is_any_of(name, {"Path", "RequestScoped", "RequestScope", "Scope", "SessionScope", "SessionScoped"}))
      return false;
    once |=
        is_any_of(name, {"RestController", "Controller", "Service", "Component", "WebServlet", "WebFilter"});
  }
  for (const auto base : type.bases) once |= ends_in_any(facts.text(base), {"Servlet", "Filter"});
  return once || ends_in_any(type.name, {"Controller", "Servlet", "Filter", "Interceptor", "Handler",
                                         "Service", "ServiceImpl", "Endpoint", "Resource"});
}

struct Writes {
  const Facts& facts;
  std::vector<Candidate>& found;

  // The method that the node stands in, functions handed on counted in; nullptr when it is in none.
  [[nodiscard]] const Function* method_around(NodeId id) const {
    for (FunctionId at = facts.owner[id]; at != 0; at = facts.functions[at].parent)
      if (facts.functions[at].type != nothing && !facts.functions[at].lambda) return &facts.functions[at];
    return nullptr;
  }

  // The field that a chain begins with: `cache` of s.cache[key], of this.cache, of a bare cache.
  [[nodiscard]] std::string_view field_of(NodeId chain, const Function& method) const {
    auto node = bare(facts, chain);
    while (node != no_node) {
      const auto role = facts.role(node);
      if (role == Role::identifier) return bare_field(node, method);
      if (role != Role::attribute && role != Role::subscript) return "";
      const auto object = bare(facts, facts.part(node, Part::object));
      if (role == Role::attribute && object != no_node && facts.text(object) == method.self)
        return facts.text(facts.part(node, Part::name));
      node = object;
    }
    return "";
  }

  // A parameter or a variable of the function's own, not a change of what is there already.
  [[nodiscard]] bool declares(const std::vector<Definition>& all) const {
    return std::any_of(all.begin(), all.end(), [&](const Definition& each) {
      if (each.kind == Definition::Kind::augmented) return false;
      if (each.kind != Definition::Kind::assignment) return true;
      return each.whole != no_node && facts.nodes[each.whole].own;
    });
  }

  [[nodiscard]] std::string_view bare_field(NodeId name, const Function& method) const {
    if (!facts.traits().bare_fields) return "";
    const auto& fields = facts.types[method.type].fields;
    const auto known = fields.find(facts.text(name));
    if (known == fields.end()) return "";
    for (FunctionId at = facts.owner[name]; at != 0; at = facts.functions[at].parent) {
      const auto bound = facts.functions[at].definitions.find(facts.text(name));
      if (bound != facts.functions[at].definitions.end() && declares(bound->second)) return "";
    }
    return known->first;
  }

  // What the field was made as, where its class says so.
  [[nodiscard]] std::string_view made_as(std::string_view field, const Function& method) const {
    const auto& fields = facts.types[method.type].fields;
    const auto known = fields.find(field);
    return known == fields.end() ? "" : facts.text(known->second.front().value);
  }

  // One object for all requests. Where any type may have a method that is given a request, its name must say
  // so; and a method that gives a lock back was called with the lock held.
  [[nodiscard]] bool is_shared(const Function& method) const {
    static const std::vector<std::string> shared{"server",  "handler", "handlers", "controller",
                                                 "service", "api",     "app",      "middleware",
                                                 "proxy",   "hub",     "router"};
    if (facts.has(method.labels, "unlocks-mutex") || made_for_request(method)) return false;
    if (facts.traits().bare_fields) return is_singleton(facts, facts.types[method.type], method);
    return !facts.traits().errors_are_values || has_any_phrase(facts.types[method.type].name, shared);
  }

  // func dispatch(ctx Context, r *http.Request) http.Handler { h := &uploadHandler{…} }: each has its own.
  [[nodiscard]] bool made_for_request(const Function& method) const {
    const auto name = facts.types[method.type].name;
    return std::any_of(facts.calls.begin(), facts.calls.end(), [&](const Call& call) {
      return call.name == name && facts.tree.kind(call.node) == "composite_literal" &&
             facts.has(facts.functions[call.function].decorated, "context");
    });
  }

  // h.once.Do(func() { h.stock = load() })
  [[nodiscard]] bool done_once(NodeId id) const {
    const auto& function = facts.functions[facts.owner[id]];
    const auto* call = function.lambda ? call_around(facts, function.node) : nullptr;
    return call && call->receiver != no_node && has_any_phrase(facts.text(call->receiver), {"once"});
  }

  // warned = true: whoever comes second writes the same; and a volatile field is seen whole.
  [[nodiscard]] bool harmless(NodeId at, std::string_view field, const Function& method) const {
    if (!facts.traits().bare_fields || facts.role(at) != Role::assign) return false;
    const auto value = facts.part(at, Part::value);
    if (value != no_node && is_any_of(facts.text(bare(facts, value)), {"true", "false", "null"})) return true;
    const auto known = facts.types[method.type].fields.find(field);
    if (known == facts.types[method.type].fields.end()) return false;
    auto declared = known->second.front().target;
    while (declared != no_node && facts.tree.kind(declared) != "field_declaration")
      declared = facts.tree[declared].parent;
    const auto whole = facts.text(declared);
    return whole.substr(0, whole.find(field)).find("volatile") != std::string_view::npos;
  }

  // this.customer = request.getParameter("customer"): what came with one request, for all to see.
  [[nodiscard]] bool takes_what_was_given(NodeId at) const {
    const auto value = facts.role(at) == Role::assign ? facts.part(at, Part::value) : no_node;
    if (value == no_node) return false;
    const auto names = references(facts, value);
    return std::any_of(names.begin(), names.end(), [&](NodeId name) {
      const auto* known = definition(facts, name);
      return known && known->kind == Definition::Kind::parameter;
    });
  }

  void add(NodeId at, NodeId target, bool collection) {
    if (done_once(at)) return;
    const auto* method = method_around(at);
    const auto field = method && !method->self.empty() ? field_of(target, *method) : std::string_view{};
    if (field.empty() || !is_shared(*method) || harmless(at, field, *method)) return;
    const bool guarded = collection && !is_plain_collection(made_as(field, *method));
    Candidate candidate{.node = at, .call = facts.call(at), .origin = target, .name = std::string(field)};
    const auto* kind = guarded ? "guarded" : takes_what_was_given(at) ? "plain given" : "plain";
    candidate.fields = {{"variable", candidate.name}, {"subject", shown(facts, at)}, {"kind", kind}};
    candidate.because = {fmt::format("line {}: `{}` changes a field that every request shares",
                                     facts.line(at), shown(facts, at))};
    found.push_back(std::move(candidate));
  }
};

}  // namespace

void find_field_writes(const Facts& facts, std::vector<Candidate>& found) {
  Writes writes{facts, found};
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    const auto role = facts.role(i);
    if (facts.owner[i] == 0) continue;
    if (role == Role::augment || (role == Role::assign && !facts.nodes[i].own)) {
      const auto target = facts.part(i, Part::target);
      if (target != no_node && facts.role(bare(facts, target)) != Role::collection)
        writes.add(i, target, false);
    } else if (const auto* call = facts.call(i); call && call->name == "delete" && !call->arguments.empty()) {
      writes.add(i, call->arguments.front().value, false);
    } else if (call && call->receiver != no_node && changes_collection(call->method)) {
      writes.add(i, call->receiver, true);
    }
  }
}

}  // namespace detectors
