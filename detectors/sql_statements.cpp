#include "detectors/sql_statements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace detectors {
namespace {

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

  // 'it''s', E'it\'s'
  [[nodiscard]] std::size_t past_string(std::size_t at) const {
    const bool escapes = at > 0 && (sql[at - 1] == 'E' || sql[at - 1] == 'e');
    for (auto i = at + 1; i < sql.size(); ++i) {
      if (escapes && sql[i] == '\\')
        ++i;
      else if (sql[i] == '\'')
        return i + 1;
    }
    return sql.size();
  }

  [[nodiscard]] bool begins_line(std::size_t at) const {
    while (at > 0 && (sql[at - 1] == ' ' || sql[at - 1] == '\t')) --at;
    return at == 0 || sql[at - 1] == '\n';
  }

  // "/" or "GO" alone in its line ends a statement as well.
  [[nodiscard]] bool ends_by_line(std::size_t at) const {
    if ((sql[at] != '/' && sql[at] != 'G' && sql[at] != 'g') || !begins_line(at)) return false;
    auto line = sql.substr(at, sql.substr(at, 8).find('\n'));
    while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back())) != 0) line.remove_suffix(1);
    return line == "/" || line == "GO" || line == "go";
  }

  // Where what begins here ends; the place itself when it is no quote and no comment.
  [[nodiscard]] std::size_t past(std::size_t at) const {
    const auto rest = sql.substr(at);
    const auto after = [&](std::string_view end, std::size_t from) {
      const auto found = sql.find(end, from);
      return found == std::string_view::npos ? sql.size() : found + end.size();
    };
    if (rest.starts_with("--")) return after("\n", at);
    // A comment of MySQL; a word to the client that reads the script.
    if ((rest.front() == '#' || rest.front() == '\\') && begins_line(at)) return after("\n", at);
    if (rest.starts_with("/*")) return after("*/", at + 2);
    if (rest.front() == '\'') return past_string(at);
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
      if (ends_by_line(at)) {
        close();
        at = std::min(sql.find('\n', at), sql.size());
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

std::string_view first_column(std::string_view columns) {
  columns.remove_prefix(std::min(columns.find_first_not_of(' '), columns.size()));
  return columns.substr(0, columns.find_first_of(" ,)"));
}

// The parent is a short list that nobody deletes from: kinds, units, countries.
bool is_of_few(std::string_view reference) {
  if (holds_words(reference, "on delete cascade") || holds_words(reference, "on delete set ")) return false;
  const auto parent = table_name(name_after(reference, " references "));
  for (const std::string_view ending :
       {"type",     "types",      "class",    "classes",   "kind",       "kinds",   "status",
        "statuses", "unit",       "units",    "category",  "categories", "country", "countries",
        "currency", "currencies", "language", "languages", "role",       "roles",   "level",
        "levels",   "state",      "states",   "source",    "sources",    "module",  "modules"})
    if (parent.ends_with(ending)) return true;
  return false;
}

// The first columns of the keys and indexes that a CREATE TABLE names itself.
std::set<std::string, std::less<>> keys_of(std::string_view body) {
  std::set<std::string, std::less<>> columns;
  for (const auto key : {"primary key (", "primary key(", "unique (", "unique(", "index ("})
    for (auto at = body.find(key); at != std::string_view::npos; at = body.find(key, at + 1))
      columns.insert(std::string(first_column(body.substr(body.find('(', at) + 1))));
  return columns;
}

}  // namespace

std::vector<Statement> sql_statements(std::string_view sql) {
  Splitter splitter{.sql = sql};
  splitter.run();
  return std::move(splitter.statements);
}

bool holds_words(std::string_view text, std::string_view words) {
  return text.find(words) != std::string_view::npos;
}

// The word behind these, without what says "if it is there".
std::string name_after(std::string_view text, std::string_view words) {
  const auto at = text.find(words);
  if (at == std::string_view::npos) return "";
  auto rest = text.substr(at + words.size());
  for (const std::string_view filler : {"if not exists ", "if exists ", "only ", "concurrently "})
    if (rest.starts_with(filler)) rest.remove_prefix(filler.size());
  std::string name(rest.substr(0, std::min(rest.find_first_of(" (;,"), rest.size())));
  std::erase_if(name, [](char c) { return c == '"' || c == '`' || c == '[' || c == ']'; });
  return name;
}

std::string table_name(std::string_view name) {
  const auto dot = name.rfind('.');
  return std::string(dot == std::string_view::npos ? name : name.substr(dot + 1));
}

bool creates_table(std::string_view statement) {
  for (const std::string_view begin :
       {"create table ", "create temp", "create unlogged table ", "create local temp", "create global temp"})
    if (statement.starts_with(begin)) return holds_words(statement, " table ");
  return false;
}

std::vector<std::string> alter_actions(std::string_view statement) {
  std::vector<std::string> actions;
  constexpr std::string_view alter = "alter table ";
  if (!statement.starts_with(alter)) return actions;
  auto rest = statement.substr(alter.size());
  for (const std::string_view filler : {"if exists ", "only "})
    if (rest.starts_with(filler)) rest.remove_prefix(filler.size());
  rest.remove_prefix(std::min(rest.find(' '), rest.size()));
  int depth = 0;
  std::string action;
  const auto close = [&] {
    const auto from = std::min(action.find_first_not_of(' '), action.size());
    if (from < action.size()) actions.push_back(action.substr(from));
    action.clear();
  };
  for (const char c : rest) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c == ',' && depth <= 0)
      close();
    else
      action += c;
  }
  close();
  return actions;
}

Indexes indexes_of(const std::vector<Statement>& all) {
  Indexes indexes;
  for (const auto& [begin, text] : all) {
    const auto on =
        text.starts_with("create ") && holds_words(text, " index ") ? text.find(" on ") : std::string::npos;
    const auto columns = on == std::string::npos ? on : text.find('(', on);
    if (columns != std::string::npos)
      indexes.emplace(name_after(text, " on "), first_column(std::string_view(text).substr(columns + 1)));
  }
  return indexes;
}

// The columns of a CREATE TABLE that point to another table, without a key or an index that begins with them.
std::vector<std::string> unindexed_references(const Statement& create, const Indexes& indexes) {
  std::vector<std::string> found;
  const auto table = name_after(create.text, " table ");
  const auto open = create.text.find('(');
  if (table.empty() || open == std::string::npos) return found;
  const std::string_view body = std::string_view(create.text).substr(open + 1);
  const auto indexed = [&, own = keys_of(body)](const std::string& column) {
    return own.contains(column) || indexes.contains({table, column});
  };
  int depth = 0;
  for (std::size_t begin = 0, i = 0; i < body.size() && depth >= 0; ++i) {
    depth += body[i] == '(' ? 1 : body[i] == ')' ? -1 : 0;
    if ((body[i] != ',' || depth > 0) && depth >= 0) continue;
    auto part = body.substr(begin, i - begin);
    begin = i + 1;
    part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
    const auto column = std::string(part.substr(0, part.find(' ')));
    const bool own = holds_words(part, " references ") && column != "foreign" && column != "constraint";
    if (own && is_of_few(part)) continue;
    if (own && !holds_words(part, " primary key") && !holds_words(part, " unique") && !indexed(column))
      found.push_back(fmt::format("{}.{}", table, column));
  }
  return found;
}

}  // namespace detectors
