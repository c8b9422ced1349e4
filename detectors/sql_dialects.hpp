// Which database an SQL file is written for, by its path and its words: what locks a table in one of them
// does not in another.
#pragma once

#include <string_view>

namespace detectors {

enum class SqlDialect { unknown, postgresql, mysql, sqlite, other };

[[nodiscard]] SqlDialect sql_dialect(std::string_view path, std::string_view sql);

}  // namespace detectors
