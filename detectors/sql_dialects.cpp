#include "detectors/sql_dialects.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <string>

namespace detectors {
namespace {

constexpr std::size_t most_read = 200'000;  // a dialect shows in the first pages

std::string lower(std::string_view text) {
  std::string result(text);
  for (auto& letter : result) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return result;
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> signs) {
  return std::any_of(signs.begin(), signs.end(),
                     [&](auto sign) { return text.find(sign) != std::string_view::npos; });
}

}  // namespace

SqlDialect sql_dialect(std::string_view path, std::string_view sql) {
  const auto place = lower(path);
  if (holds_any(place, {"mysql", "mariadb"})) return SqlDialect::mysql;
  if (holds_any(place, {"sqlite"})) return SqlDialect::sqlite;
  if (holds_any(place, {"postgres", "pgsql"})) return SqlDialect::postgresql;
  const auto text = lower(sql.substr(0, most_read));
  if (holds_any(text, {"auto_increment", "engine=", "engine =", " unsigned ", " add index ", " add key ",
                       " add unique index ", " drop index `", " modify column ", "tinyint("}))
    return SqlDialect::mysql;
  if (holds_any(text, {"autoincrement", "pragma foreign_keys", "pragma user_version"}))
    return SqlDialect::sqlite;
  if (holds_any(text, {"concurrently", "timestamptz", "bigserial", "jsonb", "not valid", "plpgsql"}))
    return SqlDialect::postgresql;
  return text.find('`') == std::string::npos ? SqlDialect::unknown : SqlDialect::mysql;
}

}  // namespace detectors
