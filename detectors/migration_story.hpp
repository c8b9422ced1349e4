// What a migration in SQL says of itself: what it makes (what it takes away or renames of that was never
// anybody's), where it is undone, and which tables are which.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/file.hpp"
#include "detectors/sql_statements.hpp"

namespace detectors {

struct MigrationStory {
  std::set<std::string> created;                         // tables, wherever in the file
  std::set<std::string> renamed_to;                      // tables
  std::map<std::string, std::set<std::string>> columns;  // added, or the new name of another; by table
  std::size_t creations = 0;                             // statements that create a table

  [[nodiscard]] bool makes(const std::string& table) const {
    return created.contains(table) || renamed_to.contains(table);
  }
  [[nodiscard]] bool makes(const std::string& table, const std::string& column) const {
    const auto known = columns.find(table);
    return known != columns.end() && known->second.contains(column);
  }
};

[[nodiscard]] MigrationStory migration_story(const std::vector<Statement>& statements);
// Where the part begins that undoes the migration: it may destroy, that is what it is for.
[[nodiscard]] std::size_t down_begins(const source::SourceFile& file);
// The tool that the file is written for opens a transaction for each file, unless the file tells it not to.
[[nodiscard]] bool runs_in_transaction(std::string_view sql);
// A table of one row that holds the number of the schema.
[[nodiscard]] bool is_bookkeeping(std::string_view table);
// What only ever grows, and is written all the time: a history, a log.
[[nodiscard]] bool only_grows(std::string_view table);

}  // namespace detectors
