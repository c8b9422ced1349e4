// The statements of an SQL file, read by their words: a dialect of its own must not hide a step.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detectors {

struct Statement {
  std::size_t begin = 0;
  std::string text;  // lower case, one space between words, no comments
};

[[nodiscard]] std::vector<Statement> sql_statements(std::string_view sql);
[[nodiscard]] bool holds_words(std::string_view text, std::string_view words);
// The word behind these, without its quotes and what says "if it is there"; "" when they do not stand there.
[[nodiscard]] std::string name_after(std::string_view text, std::string_view words);
// Without its schema.
[[nodiscard]] std::string table_name(std::string_view name);
[[nodiscard]] bool creates_table(std::string_view statement);
// What an ALTER TABLE does, one by one: "add column a int", "drop column b". None for any other statement.
[[nodiscard]] std::vector<std::string> alter_actions(std::string_view statement);
using Indexes = std::set<std::pair<std::string, std::string>>;  // a table, the first column of an index on it
[[nodiscard]] Indexes indexes_of(const std::vector<Statement>& all);
// "table.column" of each column that points to another table, without a key or an index that begins with it.
[[nodiscard]] std::vector<std::string> unindexed_references(const Statement& create, const Indexes& indexes);

}  // namespace detectors
