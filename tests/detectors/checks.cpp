#include "detectors/facts/checks.hpp"

#include "read.hpp"

TEST_CASE("conditions that ask whether nothing was found") {
  struct Row {
    std::string path, condition;
    bool absent;
  };
  for (const auto& row : {
           Row{"a.py", "not x", true},
           Row{"a.py", "x is None", true},
           Row{"a.py", "x == 0", true},
           Row{"a.py", "x", false},
           Row{"a.py", "x is not None", false},
           Row{"a.py", "x == 1", false},
           Row{"a.ts", "!x", true},
           Row{"a.ts", "x === null", true},
           Row{"a.ts", "x === undefined", true},
           Row{"a.ts", "x !== null", false},
           Row{"a.ts", "x !== undefined", false},
           Row{"a.ts", "n < 1", true},
           Row{"a.ts", "n < 10", false},
           Row{"a.py", "n == 0.5", false},
           Row{"a.go", "x == nil", true},
           Row{"a.go", "x != nil", false},
           Row{"A.java", "x == null", true},
           Row{"A.java", "x != null", false},
       }) {
    CAPTURE(row.condition);
    const auto code = row.path == "a.py"   ? "if " + row.condition + ":\n    pass\n"
                      : row.path == "a.go" ? "package p\nfunc f() {\n\tif " + row.condition + " {\n\t}\n}\n"
                      : row.path == "a.ts" ? "if (" + row.condition + ") {}\n"
                                           : "class A {\n  void f() { if (" + row.condition + ") {} }\n}\n";
    const auto seen = facts_of(row.path, code);
    using namespace detectors::facts;
    NodeId branch = no_node;
    for (NodeId i = 0; i < seen->facts.tree.size(); ++i)
      if (seen->facts.role(i) == Role::branch) branch = i;
    REQUIRE(branch != no_node);
    CHECK(asks_for_absence(seen->facts, seen->facts.part(branch, Part::condition)) == row.absent);
  }
}

TEST_CASE("functions that leave when the work was done before") {
  struct Row {
    std::string code;
    bool checks;
  };
  for (const auto& row : {
           Row{"def f(e):\n    if seen(e.id):\n        return\n    work(e)\n", true},
           Row{"def f(e):\n    if wrong(e.id):\n        return\n    work(e)\n", false},
           Row{"def f(s, e):\n    if e.status == 'done':\n        return\n    s.commit()\n", true},
           Row{"def f(s, e):\n    if e.status == 'done':\n        log(e)\n    s.commit()\n", false},
       }) {
    CAPTURE(row.code);
    const auto seen = facts_of("a.py", row.code);
    CHECK(seen->facts.has(seen->facts.functions[1].labels, "duplicate-check") == row.checks);
  }
}
