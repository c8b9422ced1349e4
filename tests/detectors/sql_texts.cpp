// Values that are written into the text of a statement.
#include "read.hpp"

TEST_CASE("a value in the text of a statement") {
  check_found(
      detectors::find_sql_texts,
      {
          {"a.py", "def f(cur, name):\n    cur.execute(f\"SELECT * FROM t WHERE n = '{name}'\")\n", "name:2"},
          {"a.py", "def f(cur, name):\n    cur.execute(\"SELECT * FROM t WHERE n = '%s'\" % name)\n",
           "name:2"},
          {"a.py", "def f(cur, name):\n    cur.execute(\"SELECT * FROM t WHERE n = ?\", (name,))\n", ""},
          {"a.py", "def f(cur):\n    table = 'orders'\n    cur.execute(f\"SELECT * FROM {table}\")\n", ""},
          {"a.go",
           "package a\nimport \"database/sql\"\nfunc f(db *sql.DB, n string) {\n\tdb.Query(\"SELECT 1 FROM t "
           "WHERE n='\" + n + \"'\")\n}\n",
           "n:4"},
          {"a.ts",
           "import { Pool } from 'pg';\nconst pool = new Pool();\nexport async function f(n: string) {\n  "
           "await pool.query(`SELECT 1 FROM t WHERE n = '${n}'`);\n}\n",
           "n:4"},
          {"A.java",
           "import java.sql.Statement;\nclass A { void f(Statement s, String n) throws Exception { "
           "s.executeQuery(\"SELECT 1 FROM t WHERE n='\" + n + \"'\"); } }\n",
           "n:2"},
      });
}
