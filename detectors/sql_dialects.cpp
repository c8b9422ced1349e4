#include "detectors/sql_dialects.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "detectors/facts/words.hpp"

namespace detectors {
namespace {

constexpr std::size_t most_read = 200'000;  // a dialect shows in the first pages

bool holds_any(std::string_view text, std::initializer_list<std::string_view> signs) {
  return std::any_of(signs.begin(), signs.end(),
                     [&](auto sign) { return text.find(sign) != std::string_view::npos; });
}

// DROP INDEX a ON b: elsewhere an index has a name of its own.
bool drops_index_of_table(std::string_view text) {
  for (auto at = text.find("drop "); at != std::string_view::npos; at = text.find("drop ", at + 1)) {
    const auto line = text.substr(at, text.substr(at, 300).find_first_of(";\n"));
    const auto what = line.find_first_not_of(' ', 5);
    if (what != std::string_view::npos && line.substr(what).starts_with("index ") &&
        holds_any(line, {" on "}))
      return true;
  }
  return false;
}

}  // namespace

SqlDialect sql_dialect(std::string_view path, std::string_view sql) {
  const auto place = facts::lowered(path);
  if (holds_any(place, {"mysql", "mariadb"})) return SqlDialect::mysql;
  if (holds_any(place, {"sqlite"})) return SqlDialect::sqlite;
  if (holds_any(place, {"postgres", "pgsql"})) return SqlDialect::postgresql;
  if (holds_any(place, {"mssql", "sqlserver", "oracle", "firebird", "cockroach", "exasol", "snowflake",
                        "vertica", "informix", "derby", "/db2"}))
    return SqlDialect::other;
  const auto text = facts::lowered(sql.substr(0, most_read));
  if (holds_any(text, {"auto_increment", "engine=", "engine =", " unsigned ", " add index ", " add key ",
                       " add unique index ", " drop index `", " modify column ", "tinyint("}))
    return SqlDialect::mysql;
  if (drops_index_of_table(text)) return SqlDialect::mysql;
  if (holds_any(text, {"autoincrement", "pragma foreign_keys", "pragma user_version"}))
    return SqlDialect::sqlite;
  if (holds_any(text, {"concurrently", "timestamptz", "bigserial", "jsonb", "not valid", "plpgsql"}))
    return SqlDialect::postgresql;
  return text.find('`') == std::string::npos ? SqlDialect::unknown : SqlDialect::mysql;
}

}  // namespace detectors
