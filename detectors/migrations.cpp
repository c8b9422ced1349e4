// Subject: the steps of a migration, in one vocabulary. SQL is read by statements, not by its grammar: a
// dialect's own words ("NOT VALID") must not hide a step.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "detectors/sql_statements.hpp"
#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

struct Step {
  std::string_view name;
  bool (*is)(std::string_view);
  std::string_view table_after;
};

constexpr std::string_view alter = "alter table ";

bool has(std::string_view text, std::string_view words) { return holds_words(text, words); }

bool alters(std::string_view sql) { return sql.starts_with(alter); }

constexpr std::array<Step, 14> steps{{
    {"create index",
     [](auto s) {
       return (s.starts_with("create index ") || s.starts_with("create unique index ")) &&
              !has(s, " concurrently ");
     },
     " on "},
    {"create index concurrently",
     [](auto s) { return s.starts_with("create ") && has(s, " index concurrently "); }, " on "},
    {"add column not null",
     [](auto s) {
       return alters(s) && has(s, " add ") && has(s, " not null") && !has(s, " default ") &&
              !has(s, " set not null") && !has(s, " constraint ") && !has(s, " check ") &&
              !has(s, " generated ") && !has(s, "serial");
     },
     alter},
    {"set not null", [](auto s) { return alters(s) && has(s, " set not null"); }, alter},
    {"add foreign key",
     [](auto s) {
       return alters(s) && has(s, " add ") &&
              (has(s, " foreign key") || (has(s, " references ") && !has(s, " column "))) &&
              !has(s, "not valid");
     },
     alter},
    {"add check",
     [](auto s) {
       return alters(s) && has(s, " add ") && has(s, " check ") && !has(s, "not valid") &&
              !has(s, " add column ");
     },
     alter},
    {"add unique",
     [](auto s) {
       return alters(s) && has(s, " add ") && has(s, " unique ") && !has(s, " using index ") &&
              !has(s, " add column ");
     },
     alter},
    {"rename column",
     [](auto s) {
       return alters(s) && has(s, " rename ") && !has(s, " rename to ") && !has(s, " rename constraint ");
     },
     alter},
    {"rename table", [](auto s) { return alters(s) && has(s, " rename to "); }, alter},
    {"drop column",
     [](auto s) {
       return alters(s) && has(s, " drop ") && !has(s, " drop constraint ") && !has(s, " drop default") &&
              !has(s, " drop not null");
     },
     alter},
    {"drop table", [](auto s) { return s.starts_with("drop table "); }, "drop table "},
    {"truncate", [](auto s) { return s.starts_with("truncate "); }, "truncate "},
    {"change type",
     [](auto s) { return alters(s) && has(s, " alter ") && (has(s, " type ") || has(s, " set data type ")); },
     alter},
    {"update all rows",
     [](auto s) {
       return s.starts_with("update ") && has(s, " set ") && !has(s, " where ") && !has(s, " limit ");
     },
     "update "},
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

// Where the part begins that undoes the migration: it may destroy, that is what it is for.
std::size_t down_begins(const source::SourceFile& file) {
  const auto& path = file.path();
  if (has(path, ".down.") || has(path, "_down.") || has(path, "/down/") || has(path, "rollback")) return 0;
  std::string text(file.text());
  for (auto& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return std::min({text.find("+goose down"), text.find("migrate:down"), text.find("-- down")});
}

}  // namespace

void find_migration_steps(const Facts& facts, std::vector<Candidate>& found) {
  if (facts.tree.language() != syntax::Language::sql) return;
  const auto statements = sql_statements(facts.file->text());
  const auto down = down_begins(*facts.file);
  std::set<std::string> created;
  // Dropped to be made anew: a script that resets, not a migration.
  std::set<std::string> made;
  for (const auto& statement : statements)
    if (statement.text.starts_with("create table ")) made.insert(name_after(statement.text, " table "));
  bool in_transaction = false;
  for (const auto& statement : statements) {
    const std::string_view text = statement.text;
    if (text.starts_with("create table ") || text.starts_with("create temp"))
      created.insert(name_after(text, " table "));
    if (text.starts_with("create table ") && statement.begin < down)
      for (const auto& column : unindexed_references(statement, statements)) {
        const auto node = node_at(facts, statement.begin);
        Candidate candidate{.node = node, .origin = node, .name = "foreign key without index"};
        candidate.fields = {{"table", column}, {"step", candidate.name}, {"subject", shown(facts, node)}};
        candidate.because = {fmt::format("line {}: `{}` points to another table", facts.line(node), column)};
        found.push_back(std::move(candidate));
      }
    in_transaction |=
        text == "begin" || text.starts_with("begin transaction") || text.starts_with("start transaction");
    if (text == "commit" || text == "end" || text == "rollback" || text.starts_with("commit "))
      in_transaction = false;
    if (statement.begin >= down) break;
    const auto step =
        std::find_if(steps.begin(), steps.end(), [&](const Step& each) { return each.is(text); });
    if (step == steps.end()) continue;
    const auto table = name_after(text, step->table_after);
    if (created.contains(table) || (step->name == "drop table" && made.contains(table)) ||
        (step->name == "create index concurrently" && !in_transaction))
      continue;
    const auto node = node_at(facts, statement.begin);
    Candidate candidate{.node = node, .origin = node, .name = std::string(step->name)};
    candidate.fields = {{"table", table}, {"step", candidate.name}, {"subject", shown(facts, node)}};
    candidate.because = {fmt::format("line {}: {} on `{}`, which this file does not create", facts.line(node),
                                     step->name, table)};
    found.push_back(std::move(candidate));
  }
}

}  // namespace detectors
