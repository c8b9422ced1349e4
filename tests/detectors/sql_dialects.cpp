#include "detectors/sql_dialects.hpp"

#include <doctest/doctest.h>

#include <string>

using detectors::SqlDialect;

TEST_CASE("the database that a file is written for shows in its path, then in its words") {
  struct Row {
    std::string path, sql;
    SqlDialect dialect;
  };
  for (const auto& row : {
           Row{"db/mysql/0001.sql", "CREATE INDEX a ON b (c)", SqlDialect::mysql},
           Row{"db/sqlite/0001.sql", "CREATE INDEX a ON b (c)", SqlDialect::sqlite},
           Row{"db/pgsql/0001.sql", "CREATE INDEX `a` ON b (c)", SqlDialect::postgresql},
           Row{"db/oracle/0001.sql", "CREATE INDEX a ON b (c)", SqlDialect::other},
           Row{"db/0001.sql", "CREATE TABLE a (id INT AUTO_INCREMENT)", SqlDialect::mysql},
           Row{"db/0001.sql", "ALTER TABLE `a` ADD b int", SqlDialect::mysql},
           Row{"db/0001.sql", "DROP  INDEX a ON b;", SqlDialect::mysql},
           Row{"db/0001.sql", "DROP INDEX a; COMMENT ON TABLE b IS 'c'", SqlDialect::unknown},
           Row{"db/0001.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT)", SqlDialect::sqlite},
           Row{"db/0001.sql", "CREATE INDEX CONCURRENTLY a ON b (c)", SqlDialect::postgresql},
           Row{"db/0001.sql", "CREATE INDEX a ON b (c)", SqlDialect::unknown},
       }) {
    CAPTURE(row.path);
    CAPTURE(row.sql);
    CHECK(detectors::sql_dialect(row.path, row.sql) == row.dialect);
  }
}
