#include "detectors/subjects.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detectors/contexts.hpp"

namespace detectors {

using namespace facts;

std::string shown(const Facts& facts, NodeId id) {
  constexpr std::size_t longest = 60;
  std::string result;
  if (id == no_node) return result;
  auto text = facts.text(id);
  // Of a call without a callee of its own what comes before its arguments.
  if (facts.role(id) == Role::call && facts.part(id, Part::callee) == no_node)
    if (const auto name = facts.part(id, Part::name); name != no_node)
      text = text.substr(0, facts.tree[name].end - facts.tree[id].begin);
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (blank && (result.empty() || result.back() == ' ')) continue;
    result += blank ? ' ' : c;
    if (result.size() > longest) break;
  }
  if (result.size() <= longest) return result;
  result.resize(longest);
  while (!result.empty() && (static_cast<unsigned char>(result.back()) & 0xc0U) == 0x80U) result.pop_back();
  if (!result.empty() && static_cast<unsigned char>(result.back()) >= 0xc0U) result.pop_back();
  return result + "…";
}

std::string filled(const std::string& message, const Candidate& candidate) {
  std::string result;
  for (std::size_t i = 0; i < message.size(); ++i) {
    const auto end = message[i] == '{' ? message.find('}', i) : std::string::npos;
    const auto field = end == std::string::npos
                           ? candidate.fields.end()
                           : candidate.fields.find(std::string_view(message).substr(i + 1, end - i - 1));
    if (field == candidate.fields.end()) {
      result += message[i];
      continue;
    }
    result += field->second;
    i = end;
  }
  return result;
}

NodeId root_of(const Facts& facts, NodeId chain) {
  auto node = bare(facts, chain);
  while (node != no_node && (facts.role(node) == Role::attribute || facts.role(node) == Role::subscript))
    node = bare(facts, facts.part(node, Part::object));
  return node != no_node && facts.role(node) == Role::identifier ? node : no_node;
}

std::vector<const Call*> all_calls_behind(const Facts& facts, NodeId expression) {
  std::vector<const Call*> result;
  for (const auto index : calls_behind(facts, expression)) {
    const auto& call = facts.calls[index];
    result.push_back(&call);
    if (call.target == nothing) continue;
    for (const auto inner : facts.functions[call.target].calls) result.push_back(&facts.calls[inner]);
  }
  return result;
}

bool matches(const Facts& facts, const Call& call, const CallSet& set, bool via) {
  if (((via ? call.via : call.labels) & set.labels).any()) return true;
  (void)facts;
  return std::any_of(set.names.begin(), set.names.end(), [&](const std::string& name) {
    return name.starts_with('*') ? call.name.ends_with(std::string_view(name).substr(1)) : call.name == name;
  });
}

namespace {

Candidate candidate_of(const Facts& facts, const Call& call) {
  Candidate candidate{.node = call.node, .call = &call, .loop = loop_around(facts, call.node)};
  candidate.origin = call.node;
  if (call.receiver != no_node) {
    const auto method = facts.part(call.callee, Part::name);
    if (method != no_node && facts.line(method) != facts.line(call.node)) candidate.first = method;
  }
  candidate.name = shown(facts, call.callee);
  const auto callee = candidate.first == no_node ? candidate.name : "." + std::string(call.method);
  candidate.fields = {{"callee", callee}, {"subject", shown(facts, call.node)}};
  return candidate;
}

// What any of the rules asks of a call, put together: one look instead of forty.
struct Wanted {
  CallSet direct;
  CallSet through_helpers;
  std::vector<const Relations*> by_place;  // those that ask for no call at all

  explicit Wanted(const std::vector<const Relations*>& rules) {
    for (const auto* rule : rules) {
      auto& set = rule->through_helpers ? through_helpers : direct;
      set.labels |= rule->call.labels;
      set.names.insert(set.names.end(), rule->call.names.begin(), rule->call.names.end());
      if (rule->call.empty()) by_place.push_back(rule);
    }
  }

  [[nodiscard]] bool fits(const Facts& facts, const Call& call) const {
    if (matches(facts, call, direct, false) || matches(facts, call, through_helpers, true)) return true;
    return std::any_of(by_place.begin(), by_place.end(), [&](const Relations* rule) {
      return std::all_of(rule->inside.begin(), rule->inside.end(),
                         [&](auto& context) { return is_inside(facts, call.node, context); });
    });
  }
};

}  // namespace

std::vector<Candidate> call_candidates(const Facts& facts, const std::vector<const Relations*>& rules) {
  std::vector<Candidate> found;
  const Wanted wanted(rules);
  for (const auto& call : facts.calls)
    if (wanted.fits(facts, call)) found.push_back(candidate_of(facts, call));
  return found;
}

void find_matches(const Facts& facts, const Relations& relations, std::vector<Candidate>& found) {
  const auto language = facts.tree.language();
  const auto add = [&](NodeId node, const Bindings& bindings) {
    Candidate candidate{.node = node, .call = facts.call(node), .origin = node, .name = shown(facts, node)};
    candidate.loop = loop_around(facts, node);
    candidate.fields = {{"subject", candidate.name}};
    for (const auto& [name, text] : bindings) candidate.fields.emplace(name, text.substr(0, 60));
    candidate.bindings = bindings;
    found.push_back(std::move(candidate));
  };
  if (const auto patterns = relations.patterns.find(language); patterns != relations.patterns.end())
    for (const auto& pattern : patterns->second)
      for (NodeId i = 0; i < facts.tree.size(); ++i)
        if (facts.tree[i].kind == pattern.root.symbol)
          if (const auto bindings = match_at(pattern, facts.tree, i)) add(i, *bindings);
  const auto query = relations.queries.find(language);
  if (query == relations.queries.end()) return;
  for (const auto& match : query->second->matches(facts.tree)) {
    NodeId node = no_node;
    Bindings bindings;
    for (const auto& capture : match.captures) {
      const auto& name = query->second->capture_names()[capture.name];
      if (name == "finding") node = capture.node;
      bindings.emplace(name, facts.text(capture.node));
    }
    if (node != no_node) add(node, bindings);
  }
}

namespace {

// A rule of a subject without a row here finds none of its own examples.
struct Finder {
  Subject subject;
  void (*find)(const Facts& facts, std::vector<Candidate>& found);
};
constexpr Finder finders[] = {
    {Subject::lazy_load, find_lazy_loads},
    {Subject::row_update, find_row_updates},
    {Subject::insert_after_check, find_inserts_after_check},
    {Subject::except_clause, find_except_clauses},
    {Subject::retry_loop, find_retry_loops},
    {Subject::log_value, find_log_values},
    {Subject::error_response, find_error_responses},
    {Subject::sql_text, find_sql_texts},
    {Subject::spawn, find_spawns},
    {Subject::shared_write, find_shared_writes},
    {Subject::second_write, find_second_writes},
    {Subject::contract_change, find_contract_changes},
    {Subject::field_write, find_field_writes},
    {Subject::unguarded_write, find_unguarded_writes},
    {Subject::await_gap, find_await_gaps},
    {Subject::module_state, find_module_states},
    {Subject::stale_write, find_stale_writes},
    {Subject::migration_step, find_migration_steps},
};

}  // namespace

std::vector<Candidate> candidates(const Facts& facts, const Relations& relations) {
  if (relations.subject == Subject::call) return call_candidates(facts, {&relations});
  std::vector<Candidate> found;
  if (relations.subject == Subject::pattern || relations.subject == Subject::query)
    find_matches(facts, relations, found);
  for (const auto& row : finders)
    if (row.subject == relations.subject) row.find(facts, found);
  return found;
}

}  // namespace detectors
