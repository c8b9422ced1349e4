// Subject: the steps of a migration, in one vocabulary. SQL is read by statements, not by its grammar: a
// dialect's own words ("NOT VALID") must not hide a step.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "detectors/migration_story.hpp"
#include "detectors/sql_dialects.hpp"
#include "detectors/sql_statements.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

bool has(std::string_view text, std::string_view words) { return holds_words(text, words); }

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](auto each) { return text.starts_with(each); });
}

bool adds_constraint(std::string_view action, std::string_view word) {
  if (!action.starts_with("add ") || has(action, "not valid") || has(action, " using index ")) return false;
  if (action.substr(4).starts_with(word.substr(1))) return true;
  return action.starts_with("add constraint ") && has(action, word);
}

bool adds_column(std::string_view action) {
  return action.starts_with("add ") &&
         !starts_with_any(action.substr(4),
                          {"constraint ", "check", "foreign ", "unique", "primary ", "index ", "key ",
                           "fulltext ", "spatial ", "exclude ", "partition ", "period "});
}

bool drops_column(std::string_view action) {
  return action.starts_with("drop ") &&
         !starts_with_any(action.substr(5),
                          {"constraint ", "index ", "key ", "primary ", "foreign ", "unique", "check ",
                           "partition ", "default", "not null", "period "});
}

bool renames_column(std::string_view action) {
  return action.starts_with("rename ") &&
         !starts_with_any(action.substr(7), {"to ", "as ", "constraint ", "index ", "key "});
}

// To a text of any length nothing is written anew: PostgreSQL looks at the rows of a narrower one alone.
bool changes_type(std::string_view action) {
  const auto at = action.find(" type ");
  if (!action.starts_with("alter ") || at == std::string_view::npos) return false;
  return has(action, " using ") ||
         !starts_with_any(action.substr(at + 6), {"text", "varchar", "character varying", "citext"});
}

// One step, as a statement of its own or as an action of ALTER TABLE; `online`: MySQL does it while the table
// is written to.
struct Step {
  std::string_view name;
  bool (*is)(std::string_view);
  std::string_view table_after;
  bool online = false;
};

constexpr std::string_view alter = "alter table ";

constexpr std::array<Step, 14> steps{{
    {"create index",
     [](auto s) {
       return (s.starts_with("create index ") || s.starts_with("create unique index ")) &&
              !has(s, " concurrently ");
     },
     " on ", true},
    {"create index concurrently",
     [](auto s) { return s.starts_with("create ") && has(s, " index concurrently "); }, " on "},
    {"drop table", [](auto s) { return s.starts_with("drop table "); }, "drop table "},
    {"truncate", [](auto s) { return s.starts_with("truncate "); }, "truncate "},
    {"update all rows",
     [](auto s) {
       return s.starts_with("update ") && has(s, " set ") && !has(s, " where ") && !has(s, " limit ");
     },
     "update "},
    {"add column not null",
     [](auto a) {
       return adds_column(a) && has(a, " not null") && !has(a, " default ") && !has(a, " generated ") &&
              !has(a, "serial") && !has(a, "identity");
     },
     alter, true},
    {"set not null", [](auto a) { return has(a, " set not null"); }, alter},
    {"add foreign key", [](auto a) { return adds_constraint(a, " foreign key"); }, alter},
    {"add check", [](auto a) { return adds_constraint(a, " check"); }, alter},
    {"add unique", [](auto a) { return adds_constraint(a, " unique"); }, alter, true},
    {"rename column", renames_column, alter},
    {"rename table", [](auto a) { return starts_with_any(a, {"rename to ", "rename as "}); }, alter},
    {"drop column", drops_column, alter},
    {"change type", changes_type, alter},
}};

// The node that the statement is; the file's own when the grammar knows none there. Nodes are in the text's
// order.
NodeId node_at(const Facts& facts, std::size_t begin) {
  NodeId low = 1;
  for (NodeId high = facts.tree.size(); low < high;) {
    const auto middle = low + (high - low) / 2;
    if (facts.tree[middle].begin < begin)
      low = middle + 1;
    else
      high = middle;
  }
  while (low < facts.tree.size() && !facts.tree[low].named) ++low;
  return low < facts.tree.size() ? low : 0;
}

// How many statements write a table anew to change types of it, and keep the values.
std::map<std::string, int> rewrites(const std::vector<Statement>& statements) {
  std::map<std::string, int> counts;
  for (const auto& [begin, text] : statements) {
    const auto actions = alter_actions(text);
    if (std::any_of(actions.begin(), actions.end(), changes_type) && !has(text, " using null"))
      ++counts[table_name(name_after(text, alter))];
  }
  return counts;
}

struct MigrationReader {
  const Facts& facts;
  std::vector<Candidate>& found;
  std::vector<Statement> statements = sql_statements(facts.file->text());
  Indexes indexes = indexes_of(statements);
  MigrationStory story = migration_story(statements);
  std::map<std::string, int> type_changes = rewrites(statements);
  SqlDialect dialect = sql_dialect(facts.file->path(), facts.file->text());
  std::set<std::string> created{};  // so far
  std::set<std::string> emptied{};
  bool in_transaction = runs_in_transaction(facts.file->text());

  void add(const Statement& statement, const std::string& name, const std::string& table,
           std::string_view because) {
    const auto node = node_at(facts, statement.begin);
    Candidate candidate{.node = node, .origin = node, .name = name + weight(name, table_name(table))};
    candidate.fields = {{"table", table}, {"step", name}, {"subject", shown(facts, node)}};
    candidate.because = {fmt::format("line {}: {}", facts.line(node), because)};
    found.push_back(std::move(candidate));
  }

  // What more the file says of how much the step costs, as words of its name.
  [[nodiscard]] std::string weight(const std::string& step, const std::string& table) const {
    const auto changes = type_changes.find(table);
    const bool again = step == "change type" && changes != type_changes.end() && changes->second > 2;
    return fmt::format("{}{}", again ? " again" : "", only_grows(table) ? " of a record" : "");
  }

  // A key that points elsewhere gets its index from MySQL itself, and from some of the others.
  void add_references(const Statement& statement) {
    if (dialect == SqlDialect::mysql || dialect == SqlDialect::other) return;
    for (const auto& column : unindexed_references(statement, indexes))
      add(statement, "foreign key without index", column,
          fmt::format("`{}` points to another table", column));
  }

  // What the migration made itself, or makes again in another way.
  [[nodiscard]] bool is_its_own(const Step& step, const std::string& text, const std::string& table) const {
    if (created.contains(table)) return true;
    if (step.name == "drop table")
      return story.makes(table) || (story.creations > 2 && has(text, "if exists "));
    if (step.name == "truncate") return has(table, "cache") || has(table, "tmp") || has(table, "temp");
    if (step.name == "update all rows") return is_bookkeeping(table);
    if (step.name == "add column not null") return emptied.contains(table);
    if (step.name == "rename table") return story.created.contains(table);
    if (step.name == "rename column")
      return story.makes(table, name_after(text, has(text, "rename column ") ? "rename column " : "rename "));
    if (step.name == "drop column")
      return story.makes(table, name_after(text, has(text, "drop column ") ? "drop column " : "drop "));
    return step.name == "create index concurrently" && !in_transaction;
  }

  // SQLite is one process's own: nobody waits. What the others lock, and how one gets round it, is not known.
  [[nodiscard]] bool is_of_this_database(const Step& step) const {
    if (dialect == SqlDialect::mysql) return !step.online;
    if (dialect != SqlDialect::sqlite && dialect != SqlDialect::other) return true;
    const bool fails = step.name == "drop table" || step.name == "drop column" || step.name == "truncate" ||
                       step.name == "add column not null";
    return fails ||
           (dialect == SqlDialect::other && (step.name == "rename column" || step.name == "rename table"));
  }

  void read(const Statement& statement) {
    const auto actions = alter_actions(statement.text);
    for (const auto& step : steps) {
      if (!is_of_this_database(step)) continue;
      const auto own = step.table_after == alter ? actions : std::vector<std::string>{statement.text};
      const auto table = table_name(name_after(statement.text, step.table_after));
      for (const auto& text : own) {
        if (!step.is(text) || is_its_own(step, text, table)) continue;
        const auto shown_table = name_after(statement.text, step.table_after);
        add(statement, std::string(step.name), shown_table,
            fmt::format("{} on `{}`, which this file does not create", step.name, shown_table));
        break;
      }
    }
  }

  void run() {
    const auto down = down_begins(*facts.file);
    for (const auto& statement : statements) {
      const std::string_view text = statement.text;
      if (creates_table(text)) created.insert(table_name(name_after(text, " table ")));
      if (text.starts_with("delete from ") && !has(text, " where "))
        emptied.insert(table_name(name_after(text, "delete from ")));
      if (text.starts_with("truncate "))
        emptied.insert(
            table_name(name_after(text, has(text, "truncate table ") ? "truncate table " : "truncate ")));
      if (text.starts_with("create table ") && statement.begin < down) add_references(statement);
      in_transaction |=
          text == "begin" || text.starts_with("begin transaction") || text.starts_with("start transaction");
      if (text == "commit" || text == "end" || text == "rollback" || text.starts_with("commit "))
        in_transaction = false;
      if (statement.begin >= down) return;
      read(statement);
    }
  }
};

}  // namespace

void find_migration_steps(const Facts& facts, std::vector<Candidate>& found) {
  if (facts.tree.language() != syntax::Language::sql) return;
  MigrationReader{facts, found}.run();
}

}  // namespace detectors
