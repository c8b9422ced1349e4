// Subject: responses that carry an exception's text.
#include <fmt/format.h>

#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

// The text of the exception, not a code or a field that it was given for the client.
bool tells_text(const Facts& facts, NodeId reference) {
  const auto parent = facts.tree[reference].parent;
  if (parent == no_node || facts.role(parent) != Role::attribute ||
      facts.part(parent, Part::object) != reference)
    return true;
  const auto name = facts.text(facts.part(parent, Part::name));
  for (const auto known : {"args", "message", "orig", "statement", "pgerror", "stack", "detail", "Error",
                           "getMessage", "toString", "getLocalizedMessage", "sqlMessage", "getStackTrace"})
    if (name == known) return true;
  return false;
}

// handle(request, error): an object that is handed on is no text yet; another function decides what is told.
bool hands_on(const Facts& facts, NodeId reference) {
  using enum syntax::Language;
  const auto language = facts.tree.language();
  if (language != java && language != javascript && language != typescript && language != tsx) return false;
  const auto list = facts.tree[reference].parent;
  const auto* call = list == no_node ? nullptr : facts.call(facts.tree[list].parent);
  if (!call || facts.part(call->node, Part::arguments) != list || facts.has(call->labels, "responds"))
    return false;
  for (const std::string_view known :
       {"valueOf", "format", "formatted", "concat", "append", "put", "of", "entry", "addAttribute",
        "addObject", "body", "print", "println", "write", "String", "stringify", "inspect"})
    if (call->method == known) return false;
  return true;
}

// What a helper gives back goes to its caller; in JavaScript only a handler's own return is an answer.
bool answers_by_return(const Facts& facts, NodeId id) {
  return !syntax::is_script(facts.tree.language()) ||
         facts.has(facts.functions[facts.owner[id]].decorated, "route");
}

// A return, or a call that makes the error response.
NodeId response_around(const Facts& facts, NodeId id) {
  for (auto at = id; at != no_node && facts.owner[at] == facts.owner[id]; at = facts.tree[at].parent) {
    // Where errors are values, returning one is how it is told to the caller.
    if (facts.role(at) == Role::return_)
      return facts.traits().errors_are_values || !answers_by_return(facts, id) ? no_node : at;
    if (const auto* call = facts.call(at)) {
      if (facts.has(call->labels, "log")) return no_node;
      if (facts.has(call->labels, "responds")) return at;
    }
  }
  return no_node;
}

bool names_clients_fault(std::string_view text) {
  for (const std::string_view status : {"StatusBadRequest",
                                        "StatusUnprocessable",
                                        "StatusNotFound",
                                        "StatusConflict",
                                        "status(400)",
                                        "status(422)",
                                        "status(404)",
                                        "status(409)",
                                        "status(401)",
                                        "status(403)",
                                        "StatusPrecondition",
                                        "StatusForbidden",
                                        "StatusUnauthorized",
                                        "StatusRequestEntityTooLarge",
                                        "badRequest",
                                        "BAD_REQUEST",
                                        "NOT_FOUND",
                                        " 400",
                                        " 404",
                                        " 422",
                                        " 409"})
    if (text.find(status) != std::string_view::npos) return true;
  return false;
}

// What the client did wrong may be told to it; the status may be set by a statement before the answer.
bool blames_the_client(const Facts& facts, NodeId response) {
  if (names_clients_fault(facts.text(response))) return true;
  const auto statement = statement_of(facts, response);
  if (!facts.traits().errors_are_values || statement == no_node) return false;
  for (auto at = facts.tree.first_child(facts.tree[statement].parent); at != no_node && at < statement;
       at = facts.tree.next_sibling(at))
    if (facts.text(at).find("WriteHeader(") != std::string_view::npos && names_clients_fault(facts.text(at)))
      return true;
  return false;
}

// Reading what the client sent, or writing an answer out: what such a failure says is no secret.
bool is_harmless(const Facts& facts, const Failure& failure) {
  const auto* tried = failure.tried == no_node ? nullptr : facts.call(bare(facts, failure.tried));
  return tried && facts.has(tried->labels, "harmless-failure");
}

}  // namespace

void find_error_responses(const Facts& facts, std::vector<Candidate>& found) {
  for (const auto& failure : facts.failures) {
    const bool tells = failure.kind != Failure::Kind::success && !is_harmless(facts, failure);
    const auto block = tells ? failure.body : no_node;
    for (NodeId at = block; block != no_node && at < facts.tree[block].after; ++at) {
      const auto* call = facts.call(at);
      const bool trace = call && facts.has(call->labels, "stack-trace");
      const bool text = !failure.name.empty() && is_reference(facts, at) && facts.text(at) == failure.name &&
                        tells_text(facts, at) && !hands_on(facts, at);
      if (!trace && !text) continue;
      const auto response = response_around(facts, at);
      if (response == no_node || blames_the_client(facts, response)) continue;
      Candidate candidate{.node = response,
                          .origin = failure.node,
                          .name = failure.types == no_node ? "everything" : shown(facts, failure.types)};
      candidate.failure = &failure;
      candidate.loop = loop_around(facts, response);
      candidate.fields = {{"subject", shown(facts, response)}, {"types", candidate.name}};
      candidate.because = {fmt::format("line {}: catches {}", facts.line(failure.node), candidate.name),
                           fmt::format("line {}: its text goes into the response", facts.line(response))};
      found.push_back(std::move(candidate));
      break;
    }
  }
}

}  // namespace detectors
