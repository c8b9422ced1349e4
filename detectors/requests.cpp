#include "detectors/requests.hpp"

#include <algorithm>

#include "detectors/facts/words.hpp"

namespace detectors {

using namespace facts;

namespace {

// Delivered at least once, by a sender that tries again: the names that people give to such handlers.
const std::vector<std::string>& event_words() {
  static const std::vector<std::string> words{"webhook", "webhooks", "hook",     "callback", "event",
                                              "ipn",     "consume",  "consumer", "message"};
  return words;
}

bool takes_an_event(const Function& function) {
  for (const auto name : event_parameters)
    if (const auto known = function.definitions.find(name);
        known != function.definitions.end() && known->second.front().kind == Definition::Kind::parameter)
      return true;
  return false;
}

bool starts_as_handler(std::string_view name) {
  const auto words = split_words(name);
  if (words.empty()) return false;
  const auto& first = words.front();
  return (words.size() > 1 && (first == "handle" || first == "on" || first == "process")) ||
         first.starts_with("consume");
}

}  // namespace

bool is_route(const Facts& facts, const Function& function) { return facts.has(function.decorated, "route"); }

namespace {

// app.post("/webhooks/stripe", (req, res) => …): the path says what comes in.
bool has_event_path(const Facts& facts, const Function& function) {
  const auto parent = function.lambda ? facts.tree[function.node].parent : no_node;
  const auto* call = parent == no_node ? nullptr : facts.call(facts.tree[parent].parent);
  if (!call || call->arguments.empty()) return false;
  const auto path = call->arguments.front().value;
  return facts.role(path) == Role::string && has_any_phrase(facts.text(path), event_words());
}

}  // namespace

bool is_event_handler(const Facts& facts, const Function& function) {
  if (facts.has(function.decorated, "consumer")) return true;
  if (starts_as_handler(function.name) && takes_an_event(function)) return true;
  if (!is_route(facts, function)) return false;
  if (has_any_phrase(function.name, event_words()) || has_event_path(facts, function)) return true;
  return std::any_of(function.decorators.begin(), function.decorators.end(), [&](NodeId decorator) {
    return has_any_phrase(facts.text(facts.tree[decorator].parent), event_words());
  });
}

bool serves_requests(const Facts& facts, FunctionId function) {
  for (auto at = function; at != 0; at = facts.functions[at].parent) {
    if (facts.functions[at].type == nothing) continue;
    const auto name = facts.types[facts.functions[at].type].name;
    for (const std::string_view ending :
         {"Service", "Controller", "Resolver", "Handler", "ServiceImpl", "Resource", "Server"})
      if (name.ends_with(ending)) return true;
  }
  return false;
}

namespace {

// What stands before the name of a method: its modifiers and its type.
std::string_view head_of(const Facts& facts, const Function& function) {
  const auto text = facts.text(function.node).substr(0, 400);
  return text.substr(0, text.find(std::string(function.name) + "("));
}

bool gives_reactive(const Facts& facts, const Function& function) {
  const auto head = head_of(facts, function);
  for (const std::string_view type : {"Mono<", "Flux<"})
    if (head.find(type) != std::string_view::npos) return true;
  return false;
}

bool is_of_netty(const Facts& facts, const Function& function) {
  if (function.type == nothing || !function.name.starts_with("channelRead")) return false;
  const auto& bases = facts.types[function.type].bases;
  return std::any_of(bases.begin(), bases.end(), [&](NodeId base) {
    return facts.text(base).find("ChannelInboundHandler") != std::string_view::npos;
  });
}

bool takes_routing_context(const Facts& facts, const Function& function) {
  return std::any_of(function.definitions.begin(), function.definitions.end(), [&](const auto& each) {
    const auto& first = each.second.front();
    return first.kind == Definition::Kind::parameter && facts.text(first.type) == "RoutingContext";
  });
}

// .publishOn(Schedulers.boundedElastic()): which of the steps it holds for is not looked into.
bool changes_threads(std::string_view method) {
  for (const std::string_view known : {"subscribeOn(", "publishOn(", "boundedElastic", "executeBlocking("})
    if (method.find(known) != std::string_view::npos) return true;
  return false;
}

// fromCallable(() -> …): another pool does it.
bool is_handed_off(const Facts& facts, const Function& lambda) {
  const auto* taker = call_around(facts, lambda.node);
  if (!taker) return true;  // kept in a variable: who runs it is not known
  for (const std::string_view other :
       {"fromCallable", "fromRunnable", "fromSupplier", "fromFuture", "supplyAsync", "runAsync", "submit",
        "execute", "executeBlocking", "schedule", "Thread"})
    if (taker->method == other || taker->name == other) return true;
  return false;
}

}  // namespace

bool on_event_loop(const Facts& facts, FunctionId function) {
  if (facts.tree.language() != syntax::Language::java) return false;
  for (auto at = function; at != 0; at = facts.functions[at].parent) {
    const auto& each = facts.functions[at];
    if (each.lambda && is_handed_off(facts, each)) return false;
    if (each.lambda) continue;
    const bool serves =
        gives_reactive(facts, each) || is_of_netty(facts, each) || takes_routing_context(facts, each);
    return serves && !changes_threads(facts.text(each.node));
  }
  return false;
}

bool in_serving_file(const Facts& facts) {
  for (FunctionId id = 1; id < facts.functions.size(); ++id)
    if (is_route(facts, facts.functions[id]) || is_event_handler(facts, facts.functions[id])) return true;
  for (const auto& type : facts.types)
    for (const std::string_view ending : {"Service", "ServiceImpl", "Controller", "Resource", "Resolver",
                                          "Handler", "Notifier", "Publisher", "Sender", "Gateway"})
      if (type.name.ends_with(ending)) return true;
  return false;
}

bool has_import(const Facts& facts, std::string_view part) {
  for (const auto& [name, all] : facts.functions[0].definitions)
    for (const auto& each : all)
      if (each.kind == Definition::Kind::import && each.value != no_node &&
          facts.text(each.value).find(part) != std::string_view::npos)
        return true;
  return false;
}

// "react" of import … from "react", and of require("react").
std::string_view imported_module(const Facts& facts, NodeId import) {
  const auto* call = facts.call(import);
  const auto written = call ? (call->arguments.empty() ? no_node : call->arguments.front().value)
                            : facts.part(import, Part::module);
  const auto text = facts.text(written);
  return text.size() < 2 ? text : text.substr(1, text.size() - 2);
}

namespace {

// What is drawn in a page: a component.
bool imports_page_library(const Facts& facts) {
  for (const auto& [name, all] : facts.functions.front().definitions) {
    if (all.front().kind != Definition::Kind::import) continue;
    const auto module = imported_module(facts, all.front().value);
    for (const std::string_view library : {"react", "react-dom", "react-redux", "react-router-dom", "vue",
                                           "preact", "svelte", "solid-js", "jquery"})
      if (module == library || (module.starts_with(library) && module[library.size()] == '/')) return true;
  }
  return false;
}

// "use client"; and what is served to browsers as it lies there.
bool is_part_of_a_page(const Facts& facts) {
  const std::string_view whole = facts.file->text();
  if (whole.starts_with("'use client'") || whole.starts_with("\"use client\"")) return true;
  const auto path = "/" + facts.file->path();
  for (const std::string_view folder :
       {"/public/", "/static/", "/frontend/", "/dist/admin/", "/admin/src/", "/client/chunks/"})
    if (path.find(folder) != std::string::npos) return true;
  return false;
}

}  // namespace

bool runs_in_browser(const Facts& facts) {
  using enum syntax::Language;
  const auto language = facts.tree.language();
  if (language != javascript && language != typescript && language != tsx) return false;
  if (imports_page_library(facts) || is_part_of_a_page(facts)) return true;
  // Asked for each candidate: most files do not have the words at all.
  const std::string_view whole = facts.file->text();
  if (whole.find("document") == std::string_view::npos && whole.find("window") == std::string_view::npos)
    return false;
  const auto& tree = facts.tree;
  const auto of_a_page = [&](NodeId id) {
    if (facts.role(id) != Role::identifier || tree[id].parent == no_node) return false;
    const auto name = facts.text(id);
    if (name != "document" && name != "window") return false;
    const auto parent = tree[id].parent;
    return facts.role(parent) == Role::attribute && facts.part(parent, Part::object) == id &&
           definition(facts, id) == nullptr;
  };
  for (NodeId i = 0; i < tree.size(); ++i)
    if (of_a_page(i)) return true;
  return false;
}

}  // namespace detectors
