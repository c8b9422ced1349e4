// What a migration itself makes: what it takes away or renames of that was never anybody's.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

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

}  // namespace detectors
