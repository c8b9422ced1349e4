#include "detectors/sql_places.hpp"

#include "read.hpp"

namespace {

using detectors::facts::NodeId;

// Of the identifier `value`, where it stands last in the text; the statement is the first argument of the
// call.
std::string place(const std::string& path, const std::string& code) {
  const auto seen = facts_of(path, code);
  const auto& facts = seen->facts;
  NodeId value = detectors::facts::no_node;
  for (NodeId i = 0; i < facts.tree.size(); ++i)
    if (facts.role(i) == detectors::facts::Role::identifier && facts.text(i) == "value") value = i;
  REQUIRE(value != detectors::facts::no_node);
  for (const auto& call : facts.calls)
    if (call.method == "execute" || call.method == "Query" || call.method == "query")
      return detectors::stands_for_a_name(facts, call.arguments.front().value, value) ? "name" : "value";
  return "no call";
}

}  // namespace

TEST_CASE("what stands for a name cannot be bound; what stands for a value can") {
  struct Row {
    std::string path, code, place;
  };
  for (const auto& row : {
           Row{"a.py", "db.execute(f'SELECT a FROM t WHERE id = {value}')", "value"},
           Row{"a.py", "db.execute(f'SELECT a FROM {value}')", "name"},
           Row{"a.py", "db.execute(f'SELECT {value} FROM t')", "name"},
           Row{"a.py", "db.execute(f'UPDATE {value} SET a = 1')", "name"},
           Row{"a.py", "db.execute(f'INSERT INTO {value} VALUES (1)')", "name"},
           Row{"a.py", "db.execute(f'DROP TABLE IF EXISTS {value}')", "name"},
           Row{"a.py", "db.execute(f'CREATE INDEX i ON t ({value})')", "name"},
           Row{"a.py", "db.execute(f'SET search_path = {value}')", "name"},
           Row{"a.py", "db.execute(f'SELECT a FROM log_{value}')", "name"},
           Row{"a.py", "db.execute(f'SELECT a FROM t WHERE name IN ({value})')", "value"},
           Row{"a.py", "db.execute('SELECT a FROM t WHERE id = %s' % value)", "value"},
           Row{"a.py", "db.execute('SELECT a FROM %s WHERE id = 1' % value)", "name"},
           Row{"a.py", "db.execute('SELECT a FROM %s WHERE id = %s' % (table, value))", "value"},
           Row{"a.py", "db.execute('SELECT a FROM t WHERE id = ' + value)", "value"},
           Row{"a.py", "db.execute('SELECT a FROM ' + value)", "name"},
           Row{"a.py", "db.execute('SELECT a FROM {} WHERE id = 1'.format(value))", "name"},
           Row{"a.py", "db.execute('SELECT a FROM t WHERE id = {}'.format(value))", "value"},
           Row{"a.go", "package p\nfunc f() { db.Query(fmt.Sprintf(\"SELECT a FROM %s\", value)) }", "name"},
           Row{"a.go",
               "package p\nfunc f() { db.Query(fmt.Sprintf(\"SELECT a FROM t WHERE b = '%s'\", value)) }",
               "value"},
           Row{"a.ts", "db.query(`SELECT a FROM t WHERE id = ${value}`)", "value"},
           Row{"a.ts", "db.query(`SELECT a FROM ${value}`)", "name"},
           Row{"a.ts", "db.query(`SELECT a FROM t ORDER BY ${value}`)", "value"},
       }) {
    CAPTURE(row.code);
    CHECK(place(row.path, row.code) == row.place);
  }
}
