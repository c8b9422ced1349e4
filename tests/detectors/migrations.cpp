// Steps of an SQL migration.
#include "read.hpp"

TEST_CASE("steps on tables that are there already") {
  check_found(detectors::find_migration_steps,
              {
                  {"m/1.sql", "CREATE INDEX i ON orders (a);\n", "create index:1"},
                  {"m/1.sql", "CREATE TABLE orders (a int);\nCREATE INDEX i ON orders (a);\n", ""},
                  {"m/1.sql", "CREATE INDEX CONCURRENTLY i ON orders (a);\n", ""},
                  {"m/1.sql", "ALTER TABLE orders ADD COLUMN b int NOT NULL;\n", "add column not null:1"},
                  {"m/1.sql", "ALTER TABLE orders ADD COLUMN b int NOT NULL DEFAULT 0;\n", ""},
                  {"m/1.sql", "ALTER TABLE orders DROP COLUMN b;\n", "drop column:1"},
                  {"m/1.sql", "ALTER TABLE orders RENAME COLUMN a TO b;\n", "rename column:1"},
                  {"m/1.sql", "SELECT 1 FROM orders;\n", ""},
              });
}
