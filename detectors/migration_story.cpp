#include "detectors/migration_story.hpp"

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

}  // namespace detectors
