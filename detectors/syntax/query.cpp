#include "detectors/syntax/query.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detectors/syntax/handles.hpp"
#include "detectors/syntax/predicate.hpp"

namespace detectors::syntax {

struct Query::Compiled {
  QueryHandle query;
  std::vector<std::string> names;
  std::vector<std::vector<Predicate>> predicates;  // by pattern
};

namespace {

using Steps = std::vector<TSQueryPredicateStep>;

std::string value_of(const TSQuery* query, std::uint32_t id) {
  std::uint32_t length = 0;
  const char* text = ts_query_string_value_for_id(query, id, &length);
  return {text, length};
}

struct Form {
  std::string_view name;
  Predicate::Kind kind;
  bool wanted;
};
constexpr std::array<Form, 6> forms{{
    {"eq?", Predicate::Kind::equals, true},
    {"not-eq?", Predicate::Kind::equals, false},
    {"any-of?", Predicate::Kind::any_of, true},
    {"not-any-of?", Predicate::Kind::any_of, false},
    {"match?", Predicate::Kind::matches, true},
    {"not-match?", Predicate::Kind::matches, false},
}};

tl::expected<Predicate, std::string> predicate_from(const TSQuery* query, const Steps& steps) {
  const auto name = value_of(query, steps.front().value_id);
  const auto form = std::find_if(forms.begin(), forms.end(), [&](auto& f) { return f.name == name; });
  if (form == forms.end()) return tl::make_unexpected(fmt::format("unknown predicate #{}", name));
  if (steps.size() < 3 || steps[1].type != TSQueryPredicateStepTypeCapture)
    return tl::make_unexpected(fmt::format("#{} takes a capture and what to compare it with", name));
  Predicate result{.kind = form->kind, .wanted = form->wanted, .capture = steps[1].value_id};
  for (std::size_t i = 2; i < steps.size(); ++i) {
    if (steps[i].type == TSQueryPredicateStepTypeCapture)
      result.other = steps[i].value_id;
    else
      result.texts.push_back(value_of(query, steps[i].value_id));
  }
  if (result.kind != Predicate::Kind::matches) return result;
  if (result.texts.empty()) return tl::make_unexpected(fmt::format("#{} takes a regular expression", name));
  try {
    result.pattern.assign(result.texts.front(), std::regex::ECMAScript | std::regex::optimize);
  } catch (const std::regex_error&) {
    return tl::make_unexpected(fmt::format("not a regular expression: {}", result.texts.front()));
  }
  return result;
}

tl::expected<std::vector<Predicate>, std::string> predicates_of(const TSQuery* query, std::uint32_t pattern) {
  std::uint32_t count = 0;
  const auto* steps = ts_query_predicates_for_pattern(query, pattern, &count);
  std::vector<Predicate> result;
  Steps current;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (steps[i].type != TSQueryPredicateStepTypeDone) {
      current.push_back(steps[i]);
      continue;
    }
    auto predicate = predicate_from(query, current);
    if (!predicate) return tl::make_unexpected(predicate.error());
    result.push_back(std::move(*predicate));
    current.clear();
  }
  return result;
}

source::Line line_at(std::string_view text, std::size_t offset) {
  const auto head = text.substr(0, offset);
  return {static_cast<int>(std::count(head.begin(), head.end(), '\n')) + 1};
}

std::string_view problem_of(TSQueryError error) {
  switch (error) {
    case TSQueryErrorNodeType:
      return "no such node kind in this language";
    case TSQueryErrorField:
      return "no such field in this language";
    case TSQueryErrorCapture:
      return "no such capture";
    case TSQueryErrorStructure:
      return "a pattern that can never match";
    case TSQueryErrorLanguage:
      return "the grammar does not fit this tree-sitter";
    case TSQueryErrorSyntax:
    case TSQueryErrorNone:
      break;
  }
  return "not a valid query";
}

// The flat array is sorted by where nodes begin; among those that begin together the id decides.
NodeId find_node(const Tree& tree, const std::vector<const void*>& ids, TSNode node) {
  const auto begin = ts_node_start_byte(node);
  NodeId low = 0;
  NodeId high = tree.size();
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (tree[middle].begin < begin)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < tree.size() && tree[low].begin == begin; ++low)
    if (ids[low] == node.id) return low;
  return no_node;
}

constexpr std::uint32_t most_open_matches = 4096;

}  // namespace

Query::Query(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}

const std::vector<std::string>& Query::capture_names() const { return compiled_->names; }

tl::expected<Query, QueryError> Query::compile(std::string_view text, Language language) {
  std::uint32_t offset = 0;
  TSQueryError error = TSQueryErrorNone;
  auto compiled = std::make_shared<Compiled>();
  compiled->query.reset(
      ts_query_new(grammar(language), text.data(), static_cast<std::uint32_t>(text.size()), &offset, &error));
  const auto* query = compiled->query.get();
  if (!query) return tl::make_unexpected(QueryError{line_at(text, offset), std::string(problem_of(error))});
  for (std::uint32_t i = 0; i < ts_query_capture_count(query); ++i) {
    std::uint32_t length = 0;
    const char* name = ts_query_capture_name_for_id(query, i, &length);
    compiled->names.emplace_back(name, length);
  }
  for (std::uint32_t i = 0; i < ts_query_pattern_count(query); ++i) {
    auto predicates = predicates_of(query, i);
    if (!predicates)
      return tl::make_unexpected(
          QueryError{line_at(text, ts_query_start_byte_for_pattern(query, i)), predicates.error()});
    compiled->predicates.push_back(std::move(*predicates));
  }
  return Query(std::move(compiled));
}

std::vector<Match> Query::matches(const Tree& tree) const {
  const auto& handles = tree.handles();
  CursorHandle cursor(ts_query_cursor_new());
  ts_query_cursor_set_match_limit(cursor.get(), most_open_matches);
  ts_query_cursor_exec(cursor.get(), compiled_->query.get(), ts_tree_root_node(handles.tree.get()));
  std::vector<Match> result;
  TSQueryMatch found;
  while (ts_query_cursor_next_match(cursor.get(), &found)) {
    Match match{.pattern = found.pattern_index, .captures = {}};
    for (std::uint16_t i = 0; i < found.capture_count; ++i) {
      const auto node = find_node(tree, handles.ids, found.captures[i].node);
      if (node != no_node) match.captures.push_back({found.captures[i].index, node});
    }
    const auto& predicates = compiled_->predicates[match.pattern];
    const bool all = std::all_of(predicates.begin(), predicates.end(),
                                 [&](const Predicate& predicate) { return holds(predicate, match, tree); });
    if (all) result.push_back(std::move(match));
  }
  return result;
}

}  // namespace detectors::syntax
