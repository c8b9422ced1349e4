#include "detectors/migration_story.hpp"

#include <algorithm>

#include "detectors/facts/words.hpp"

namespace detectors {
namespace {

// The column that an action of ALTER TABLE leaves behind under a new name; "" when it leaves none.
std::string column_made(const std::string& action) {
  for (const std::string_view words : {"add column ", "add "})
    if (action.starts_with(words)) return name_after(action, words);
  if (action.starts_with("rename ") && !action.starts_with("rename to ")) return name_after(action, " to ");
  if (!action.starts_with("change ")) return "";
  const auto from = name_after(action, action.starts_with("change column ") ? "change column " : "change ");
  return name_after(action, from + " ");
}

}  // namespace

MigrationStory migration_story(const std::vector<Statement>& statements) {
  MigrationStory story;
  for (const auto& statement : statements) {
    if (creates_table(statement.text)) {
      story.created.insert(table_name(name_after(statement.text, " table ")));
      ++story.creations;
    }
    const auto table = table_name(name_after(statement.text, "alter table "));
    for (const auto& action : alter_actions(statement.text)) {
      if (action.starts_with("rename to ")) story.renamed_to.insert(table_name(name_after(action, " to ")));
      if (auto column = column_made(action); !column.empty()) story.columns[table].insert(std::move(column));
    }
  }
  return story;
}

std::size_t down_begins(const source::SourceFile& file) {
  const auto& path = file.path();
  if (holds_words(path, ".down.") || holds_words(path, "_down.") || holds_words(path, "/down/") ||
      holds_words(path, "rollback"))
    return 0;
  for (const std::string_view script : {"/drop.sql", "/dropdb", "/drop_db", "/drop_all", "/drop_tables",
                                        "/droptables", "/drop_schema", "/uninstall", "/teardown", "/reset"})
    if (holds_words(path, script)) return 0;
  const auto text = facts::lowered(file.text());
  return std::min({text.find("+goose down"), text.find("migrate:down"), text.find("-- down")});
}

bool is_bookkeeping(std::string_view table) {
  for (const std::string_view ending :
       {"version", "versions", "revision", "migration", "migrations", "schema_info"})
    if (table.ends_with(ending)) return true;
  return false;
}

bool only_grows(std::string_view table) {
  for (const std::string_view ending :
       {"history", "_log", "_logs", "logging", "logentries", "_events", "_audit", "audit_trail"})
    if (table.ends_with(ending)) return true;
  return table == "log" || table == "logs" || table == "events" || table == "audit";
}

bool runs_in_transaction(std::string_view sql) {
  const auto text = facts::lowered(sql);
  return (holds_words(text, "-- +goose up") && !holds_words(text, "+goose no transaction")) ||
         (holds_words(text, "-- migrate:up") && !holds_words(text, "transaction:false"));
}

}  // namespace detectors
