// Subject: the steps of a migration, in one vocabulary. SQL is read by statements, not by its grammar: a
// dialect's own words ("NOT VALID") must not hide a step.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "detectors/subjects.hpp"

namespace detectors {

using namespace facts;

namespace {

struct Statement {
  std::size_t begin = 0;
  std::string text;  // lower case, one space between words, no comments
};

// Splits at ";" outside of quotes, dollar quotes and comments.
struct Splitter {
  std::string_view sql;
  std::vector<Statement> statements{};
  Statement open{};
  bool started = false;

  void put(char c, std::size_t at) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (blank && (open.text.empty() || open.text.back() == ' ')) return;
    if (!started && !blank) open.begin = at, started = true;
    open.text += blank ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }

  void close() {
    if (started) statements.push_back(std::move(open));
    open = {};
    started = false;
  }

  // Where what begins here ends; the place itself when it is no quote and no comment.
  [[nodiscard]] std::size_t past(std::size_t at) const {
    const auto rest = sql.substr(at);
    const auto after = [&](std::string_view end, std::size_t from) {
      const auto found = sql.find(end, from);
      return found == std::string_view::npos ? sql.size() : found + end.size();
    };
    if (rest.starts_with("--")) return after("\n", at);
    if (rest.starts_with("/*")) return after("*/", at + 2);
    if (rest.front() == '\'') return after("'", at + 1);
    if (rest.front() != '$') return at;
    const auto end = rest.find('$', 1);
    const bool tag =
        end != std::string_view::npos &&
        std::all_of(rest.begin() + 1, rest.begin() + static_cast<std::ptrdiff_t>(end),
                    [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; });
    return tag ? after(rest.substr(0, end + 1), at + end + 1) : at;
  }

  void run() {
    for (std::size_t at = 0; at < sql.size();) {
      const auto next = past(at);
      if (next > at) {
        if (sql[at] == '\'' || sql[at] == '$') put('\'', at);
        put(' ', at);
        at = next;
        continue;
      }
      if (sql[at] == ';')
        close();
      else
        put(sql[at], at);
      ++at;
    }
    close();
  }
};

bool has(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

// The word behind these, without what says "if it is there".
std::string name_after(std::string_view text, std::string_view words) {
  const auto at = text.find(words);
  if (at == std::string_view::npos) return "";
  auto rest = text.substr(at + words.size());
  for (const std::string_view filler : {"if not exists ", "if exists ", "only ", "concurrently "})
    if (rest.starts_with(filler)) rest.remove_prefix(filler.size());
  return std::string(rest.substr(0, std::min(rest.find_first_of(" (;,"), rest.size())));
}

struct Step {
  std::string_view name;
  bool (*is)(std::string_view);
  std::string_view table_after;
};

constexpr std::string_view alter = "alter table ";

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
  Splitter splitter{.sql = facts.file->text()};
  splitter.run();
  const auto down = down_begins(*facts.file);
  std::set<std::string> created;
  // Dropped to be made anew: a script that resets, not a migration.
  std::set<std::string> made;
  for (const auto& statement : splitter.statements)
    if (statement.text.starts_with("create table ")) made.insert(name_after(statement.text, " table "));
  bool in_transaction = false;
  for (const auto& statement : splitter.statements) {
    const std::string_view text = statement.text;
    if (text.starts_with("create table ") || text.starts_with("create temp"))
      created.insert(name_after(text, " table "));
    in_transaction |=
        text == "begin" || text.starts_with("begin transaction") || text.starts_with("start transaction");
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
