// Which way a step of a migration goes, and what the migration says of what the step takes away.
#include "detectors/migration_ways.hpp"

#include "read.hpp"

namespace {

// Of the call of a method of this name, in a file of this path: up, down, made (by the same migration).
std::string said_of(const std::string& path, const std::string& method, const std::string& code) {
  const auto seen = facts_of(path, code);
  for (const auto& call : seen->facts.calls) {
    if (call.method != method) continue;
    std::string said = detectors::goes_up(seen->facts, call.node) ? "up" : "";
    if (detectors::goes_down(seen->facts, call.node)) said += "down";
    if (detectors::made_by_same_migration(seen->facts, call.node)) said += " made";
    return said;
  }
  return "no call";
}

std::string said_of_file(const std::string& path, const std::string& code) {
  const auto seen = facts_of(path, code);
  std::string said = detectors::contracts(seen->facts) ? "contracts" : "";
  if (detectors::is_embedded(seen->facts)) said += "embedded";
  if (detectors::is_run_by_tool(seen->facts)) said += "tool";
  if (detectors::opens_no_transaction(seen->facts)) said += "apart";
  return said;
}

}  // namespace

TEST_CASE("which way a step goes, and whether the migration makes what it takes") {
  struct Row {
    std::string path, method, code, said;
  };
  for (const auto& row : {
           Row{"a.py", "drop_column", "def upgrade():\n    op.drop_column('a', 'b')\n", "up"},
           Row{"a.py", "drop_column", "def downgrade():\n    op.drop_column('a', 'b')\n", "down"},
           Row{"a.py", "drop_column", "def f():\n    op.drop_column('a', 'b')\n", ""},
           Row{"a.py", "drop_column",
               "def f():\n    op.drop_column('a', 'b')\ndef downgrade():\n    f()\ndef upgrade():\n    "
               "pass\n",
               "down"},
           Row{"migrations/a.py", "RemoveField", "x = [migrations.RemoveField('a', 'b')]\n", "up"},
           Row{"a.py", "drop_column",
               "def upgrade():\n    op.add_column('a', sa.Column(\n        'b'))\n    op.drop_column('a', "
               "u'b')\n",
               "up made"},
           Row{"a.py", "alter_column",
               "def upgrade():\n    op.alter_column('a', 'b', new_column_name='c')\n    op.add_column('b', "
               "d)\n",
               "up made"},
           Row{"a.py", "rename_table",
               "def upgrade():\n    op.rename_table('a', 'b')\n    op.add_column('a', d)\n", "up"},
           Row{"a.py", "rename_table",
               "def make():\n    op.create_table(\n        'a')\ndef upgrade():\n    make()\n"
               "    op.rename_table('a', 'b')\n",
               "up made"},
           Row{"a.js", "removeColumn", "m = { up: async (q) => { await q.removeColumn('a', 'b'); } };", "up"},
           Row{"a.js", "removeColumn", "m = { down: async (q) => { await q.removeColumn('a', 'b'); } };",
               "down"},
           Row{"a.js", "raw",
               "exports.up = (k) => k.raw(`ALTER TABLE a DROP COLUMN b; ALTER TABLE a ADD b int`);",
               "up made"},
           Row{"a.js", "raw", "exports.up = (k) => k.raw(`ALTER TABLE a DROP COLUMN b, DROP COLUMN c`);",
               "up"},
       }) {
    CAPTURE(row.code);
    CHECK(said_of(row.path, row.method, row.code) == row.said);
  }
}

TEST_CASE("what a file says of itself") {
  struct Row {
    std::string path, code, said;
  };
  for (const auto& row : {
           Row{"versions/contract/1_ports.py", "x = 1\n", "contracts"},
           Row{"2_drop_unused_ports.py", "x = 1\n", "contracts"},
           Row{"3_contracts_of_customers.py", "x = 1\n", ""},
           Row{"db/V3__vans.sql", "SELECT 1;\n", "tool"},
           Row{"db/3_vans.up.sql", "SELECT 1;\n", "tool"},
           Row{"db/vans.sql", "-- +goose Up\nSELECT 1;\n", "tool"},
           Row{"db/Vans__old.sql", "SELECT 1;\n", ""},
           Row{"a.py", "with op.batch_alter_table('a') as batch:\n    pass\n", "embedded"},
           Row{"migrations/sqlite/1.ts", "x = 1;\n", "embedded"},
           Row{"a.js", "exports.config = { transaction: false };\n", "apart"},
           Row{"a.js", "// transaction: false\nexports.config = { transaction: true };\n", ""},
           Row{"a.ts", "class A {\n  transaction = false;\n}\n", "apart"},
           Row{"a.py", "class Migration:\n    atomic = False\n", "apart"},
           Row{"a.py", "with op.get_context().autocommit_block():\n    pass\n", "apart"},
       }) {
    CAPTURE(row.path);
    CAPTURE(row.code);
    CHECK(said_of_file(row.path, row.code) == row.said);
  }
}
