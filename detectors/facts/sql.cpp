#include "detectors/facts/sql.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "detectors/facts/words.hpp"

namespace detectors::facts {
namespace {

struct Phrase {
  std::string_view text;
  std::string_view label;
};
constexpr std::array<Phrase, 11> phrases{{
    {"for update", "locks"},
    {"on conflict", "upsert"},
    {"insert or ignore", "upsert"},
    {"insert or replace", "upsert"},
    {"on duplicate key", "upsert"},
    {" limit ", "limits"},
    {"\nlimit ", "limits"},
    {"fetch first", "limits"},
    {"information_schema", "of-the-schema"},
    {"sqlite_master", "of-the-schema"},
    {"pg_catalog", "of-the-schema"},
}};

std::string first_word(std::string_view sql) {
  const auto letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  // Past the quotes and the prefix of the literal.
  const auto quote = sql.find_first_of("\"'`");
  if (quote <= 2) sql.remove_prefix(quote);
  const auto begin = std::find_if(sql.begin(), sql.end(), letter);
  return lowered({begin, std::find_if_not(begin, sql.end(), letter)});
}

// SELECT … FROM t, and nothing that makes the answer small.
bool fetches_a_table(const std::string& sql) {
  if (sql.find(" from ") == std::string::npos && sql.find("\nfrom ") == std::string::npos &&
      sql.find("\tfrom ") == std::string::npos)
    return false;
  for (const std::string_view word : {"where", "limit", "count(", "sum(", "max(", "min(", "avg(", "exists",
                                      "fetch", "top ", "group by", "join"})
    if (sql.find(word) != std::string::npos) return false;
  return true;
}

void add(Labels& labels, const Facts& facts, std::string_view label) {
  if (const auto bit = facts.tables->label(label)) labels.set(*bit);
}

}  // namespace

namespace {

bool is_sum(const Facts& facts, NodeId node) {
  if (facts.role(node) != Role::binary) return false;
  const auto left = facts.part(node, Part::left);
  const auto right = facts.part(node, Part::right);
  if (left == no_node || right == no_node) return false;
  const auto begin = facts.tree[left].end - facts.tree[node].begin;
  return facts.text(node).substr(begin, facts.tree[right].begin - facts.tree[left].end).find('+') !=
         std::string_view::npos;
}

// The literal or the sum that an expression stands for; no_node when neither.
NodeId literal_behind(const Facts& facts, NodeId expression) {
  auto node = bare(facts, expression);
  for (int steps = 0; steps < 8 && node != no_node; ++steps) {
    if (facts.role(node) == Role::string || is_sum(facts, node)) return node;
    if (const auto* call = facts.call(node)) {
      node = call->arguments.empty() ? no_node : bare(facts, call->arguments.front().value);
      continue;
    }
    const auto* known = facts.role(node) == Role::identifier ? definition(facts, node) : nullptr;
    if (!known || known->kind != Definition::Kind::assignment || known->unpacked) break;
    node = bare(facts, known->value);
  }
  return no_node;
}

constexpr int most_parts = 64;

}  // namespace

std::optional<SqlText> sql_text(const Facts& facts, NodeId expression) {
  SqlText result;
  std::vector<NodeId> open{expression};  // what is left to read, the next one last
  for (int parts = 0; !open.empty() && parts < most_parts; ++parts) {
    const auto node = literal_behind(facts, open.back());
    open.pop_back();
    if (node == no_node) {
      if (result.text.empty()) return std::nullopt;
      result.text += '?';
      result.whole = false;
    } else if (facts.role(node) == Role::string) {
      result.text += facts.text(node);
    } else {
      open.insert(open.end(), {facts.part(node, Part::right), facts.part(node, Part::left)});
    }
  }
  result.whole &= open.empty();
  return result;
}

NodeId statement_argument(const Call& call) {
  if (const auto named = argument(call, "sql"); named != no_node) return named;
  return call.arguments.empty() ? no_node : call.arguments.front().value;
}

Labels sql_labels(const Facts& facts, const Call& call) {
  Labels labels;
  const auto statement = statement_argument(call);
  if (statement == no_node) return labels;
  if (const auto value = value_of(facts, statement); value.type != no_type) {
    labels |= facts.tables->type(value.type).labels;
    if (labels.any()) return labels;
  }
  const auto sql = sql_text(facts, statement);
  if (!sql) add(labels, facts, "statement-unseen");
  if (!sql) return labels;
  const auto verb = first_word(sql->text);
  // `${statement};` holds no word of a statement.
  if (verb.empty() || sql->text.starts_with("`${")) add(labels, facts, "statement-unseen");
  if (verb == "select" || verb == "with") add(labels, facts, "read");
  if (verb == "insert" || verb == "update" || verb == "delete" || verb == "merge")
    add(labels, facts, "write");
  if (verb == "insert" || verb == "update") add(labels, facts, verb);
  if (verb == "begin" || verb == "start") add(labels, facts, "begins");
  if (verb == "commit") add(labels, facts, "commit");
  if (verb == "commit" || verb == "rollback") add(labels, facts, "ends-transaction");
  const auto text = lowered(std::string_view(sql->text).substr(0, 4000));
  for (const auto& [phrase, label] : phrases)
    if (text.find(phrase) != std::string::npos) add(labels, facts, label);
  if (verb == "select" && sql->whole && fetches_a_table(text)) add(labels, facts, "all-rows");
  return labels;
}

}  // namespace detectors::facts
