#include "detectors/migration_ways.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <string>
#include <vector>

#include "detectors/facts/words.hpp"
#include "detectors/occasions.hpp"

namespace detectors {

using namespace facts;

namespace {

enum class Way { unknown, up, down };

bool has_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](auto word) { return text.find(word) != std::string_view::npos; });
}

// Its own, or what it is kept under: { up: async () => … }, exports.up = () => …
std::string_view name_of(const Facts& facts, const Function& function) {
  if (!function.name.empty() || function.node == no_node) return function.name;
  const auto parent = facts.tree[function.node].parent;
  if (parent == no_node || function.node <= parent + 1) return "";
  const auto kind = facts.tree.kind(parent);
  if (kind != "pair" && kind != "assignment_expression" && kind != "public_field_definition") return "";
  auto name = facts.text(parent + 1);
  return name.substr(name.rfind('.') + 1);
}

Way way_named(std::string_view name) {
  if (has_any_phrase(name, {"down", "downgrade", "rollback", "undo"})) return Way::down;
  return has_any_phrase(name, {"up", "upgrade"}) ? Way::up : Way::unknown;
}

// By a name on the way out; of a helper, by those that call it.
Way way_of(const Facts& facts, FunctionId function, int calls_left) {
  for (auto at = function; at != 0; at = facts.functions[at].parent) {
    if (const auto way = way_named(name_of(facts, facts.functions[at])); way != Way::unknown) return way;
    Way all = Way::unknown;
    for (const auto caller : facts.functions[at].callers)
      if (caller != at && calls_left > 0) {
        const auto way = way_of(facts, caller, calls_left - 1);
        if (way == Way::up) return Way::up;
        if (way == Way::down) all = Way::down;
      }
    if (all != Way::unknown) return all;
  }
  return Way::unknown;
}

// The outermost function around, which is all of one way of the migration; no_node at the top of the file.
NodeId whole_way(const Facts& facts, NodeId id) {
  NodeId whole = no_node;
  for (FunctionId at = facts.owner[id]; at != 0; at = facts.functions[at].parent)
    whole = facts.functions[at].node;
  return whole;
}

bool is_of_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string name_at(std::string_view text, std::size_t at) {
  for (const std::string_view filler : {"if exists ", "if not exists "})
    if (text.substr(at).starts_with(filler)) at += filler.size();
  while (at < text.size() && !is_of_word(text[at]) && text[at] != ';') ++at;
  auto end = at;
  while (end < text.size() && is_of_word(text[end])) ++end;
  return std::string(text.substr(at, end - at));
}

// "… DROP COLUMN a, DROP COLUMN b": of each the name.
std::vector<std::string> names_in_sql(std::string_view statement) {
  std::vector<std::string> names;
  for (const std::string_view words : {"drop column ", "rename column "})
    for (auto at = statement.find(words); at != std::string_view::npos; at = statement.find(words, at + 1))
      names.push_back(name_at(statement, at + words.size()));
  return names;
}

// What the call takes away or renames: dropColumn('a'), removeColumn('t', 'a'), renameColumn('t', 'a', 'b').
std::vector<std::string> names_taken(const Facts& facts, const Call& call) {
  std::vector<std::string> texts;
  for (const auto& given : call.arguments) {
    const auto text = facts::lowered(facts.text(given.value));
    const auto quote = text.find_first_of("\"'`");  // u"…", sql`…`, ['…']
    if (quote == std::string::npos || facts.role(bare(facts, given.value)) == Role::binary) continue;
    if (given.name == "old_name" || given.name == "name" || given.name == "column_name")
      return {name_at(text, quote)};
    if (given.name.empty()) texts.push_back(text.substr(quote));
  }
  if (texts.empty()) return {};
  if (has_one_of(texts.front(), {" column "})) return names_in_sql(texts.front());
  const bool two_names = facts::lowered(call.method).find("rename") != std::string::npos && texts.size() > 1;
  return {name_at(texts[texts.size() - (two_names ? 2 : 1)], 0)};
}

// Whether the line makes a table, or a column, of this name.
bool line_makes(std::string_view line, std::string_view name, bool table) {
  const bool makes = has_one_of(line, {"create table", "create_table", "createtable"}) ||
                     (!table && has_one_of(line, {"add", "column(", "table.", " t."}));
  if (!makes || has_one_of(line, {"drop", "rename", "remove", "alter_column", "new_column_name", "//"}))
    return false;
  for (auto at = line.find(name); at != std::string_view::npos; at = line.find(name, at + 1)) {
    const auto end = at + name.size();
    if ((at == 0 || !is_of_word(line[at - 1])) && (end == line.size() || !is_of_word(line[end]))) return true;
  }
  return false;
}

// By lines; a call that is broken after its bracket is one.
bool makes(const std::string& whole, const std::string& name, bool table) {
  std::string joined;
  for (const char c : whole) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!blank || joined.empty() || joined.back() != '(') joined += c == ';' ? '\n' : c;
  }
  std::string_view text = joined;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    if (line_makes(text.substr(0, end), name, table)) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

}  // namespace

bool goes_up(const Facts& facts, NodeId id) {
  if (facts.owner[id] == 0) return in_migration(facts);
  return way_of(facts, facts.owner[id], 3) == Way::up;
}

bool goes_down(const Facts& facts, NodeId id) { return way_of(facts, facts.owner[id], 3) == Way::down; }

bool made_by_same_migration(const Facts& facts, NodeId id) {
  const auto* call = facts.call(id);
  const auto whole = whole_way(facts, id);
  if (call == nullptr) return false;
  const auto names = names_taken(facts, *call);
  const auto method = facts::lowered(call->method);
  const bool table = has_one_of(method, {"table", "model"});
  // A new table may be made by a helper; of what is dropped the way back makes it again.
  const bool anywhere = whole == no_node || (table && has_one_of(method, {"rename"}));
  const auto text = facts::lowered(anywhere ? facts.file->text() : facts.text(whole));
  if (names.empty()) return in_migration(facts);
  return std::any_of(names.begin(), names.end(),
                     [&](const auto& name) { return name.empty() || makes(text, name, table); });
}

bool contracts(const Facts& facts) {
  const auto path = facts::lowered("/" + facts.file->path());
  const auto file = std::string_view(path).substr(path.rfind('/') + 1);
  return has_one_of(path, {"/contract/", "_contract0"}) ||
         has_any_phrase(file, {"unused", "legacy", "deprecated", "obsolete", "redundant", "cleanup",
                               "clean up", "revert", "reverted"});
}

// exports.config = { transaction: false }, atomic = False, op.get_context().autocommit_block()
bool opens_no_transaction(const Facts& facts) {
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    const auto kind = facts.tree.kind(i);
    const bool name = kind == "identifier" || kind == "property_identifier";
    if (name && has_one_of(facts.text(i), {"autocommit", "isolation_level", "disableTransactions"}))
      return true;
    if (kind != "pair" && kind != "assignment" && kind != "assignment_expression" &&
        kind != "public_field_definition" && kind != "field_definition")
      continue;
    auto text = facts::lowered(facts.text(i).substr(0, 80));
    std::erase_if(text, [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; });
    if (has_one_of(text, {"transaction:false", "transaction=false", "atomic=false"})) return true;
  }
  return false;
}

// V12__plates.sql, 12_plates.up.sql, 12_plates/migration.sql, or what begins a part in the file.
bool is_run_by_tool(const Facts& facts) {
  const auto path = "/" + facts.file->path();
  const auto file = std::string_view(path).substr(path.rfind('/') + 1);
  const bool flyway = file.size() > 1 && file.front() == 'V' &&
                      std::isdigit(static_cast<unsigned char>(file[1])) != 0 &&
                      file.find("__") != std::string_view::npos;
  return flyway || file.ends_with(".up.sql") || file == "up.sql" || path.ends_with("/migration.sql") ||
         has_one_of(facts::lowered(facts.file->text()), {"-- +goose up", "-- migrate:up"});
}

// Alembic's batch_alter_table copies a table as SQLite needs it.
bool is_embedded(const Facts& facts) {
  return facts::lowered(facts.file->path()).find("sqlite") != std::string::npos ||
         std::any_of(facts.calls.begin(), facts.calls.end(),
                     [](const Call& call) { return call.method == "batch_alter_table"; });
}

}  // namespace detectors
