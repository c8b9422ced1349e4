#include "detectors/facts/sql.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace detectors::facts {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (auto& letter : result) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return result;
}

struct Phrase {
  std::string_view text;
  std::string_view label;
};
constexpr std::array<Phrase, 6> phrases{{
    {"for update", "locks"},
    {"on conflict", "upsert"},
    {"insert or ignore", "upsert"},
    {"insert or replace", "upsert"},
    {"on duplicate key", "upsert"},
    {" limit ", "limits"},
}};

std::string first_word(std::string_view sql) {
  const auto letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  // Past the quotes and the prefix of the literal.
  const auto quote = sql.find_first_of("\"'");
  if (quote <= 2) sql.remove_prefix(quote);
  const auto begin = std::find_if(sql.begin(), sql.end(), letter);
  return lower({begin, std::find_if_not(begin, sql.end(), letter)});
}

void add(Labels& labels, const Facts& facts, std::string_view label) {
  if (const auto bit = facts.tables->label(label)) labels.set(*bit);
}

}  // namespace

std::optional<std::string_view> sql_text(const Facts& facts, NodeId expression) {
  auto node = bare(facts, expression);
  for (int steps = 0; steps < 8 && node != no_node; ++steps) {
    if (facts.role(node) == Role::string) return facts.text(node);
    if (const auto* call = facts.call(node)) {
      node = call->arguments.empty() ? no_node : bare(facts, call->arguments.front().value);
      continue;
    }
    const auto* known = facts.role(node) == Role::identifier ? definition(facts, node) : nullptr;
    if (!known || known->kind != Definition::Kind::assignment || known->unpacked) break;
    node = bare(facts, known->value);
  }
  return std::nullopt;
}

Labels sql_labels(const Facts& facts, const Call& call) {
  Labels labels;
  if (call.arguments.empty()) return labels;
  const auto statement = call.arguments.front().value;
  if (const auto value = value_of(facts, statement); value.type != no_type) {
    labels |= facts.tables->type(value.type).labels;
    if (labels.any()) return labels;
  }
  const auto sql = sql_text(facts, statement);
  if (!sql) return labels;
  const auto verb = first_word(*sql);
  if (verb == "select" || verb == "with") add(labels, facts, "read");
  if (verb == "insert" || verb == "update" || verb == "delete" || verb == "merge")
    add(labels, facts, "write");
  if (verb == "insert" || verb == "update") add(labels, facts, verb);
  const auto text = lower(sql->substr(0, 4000));
  for (const auto& [phrase, label] : phrases)
    if (text.find(phrase) != std::string::npos) add(labels, facts, label);
  return labels;
}

}  // namespace detectors::facts
