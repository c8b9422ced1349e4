#include "detectors/locks.hpp"

#include "read.hpp"

TEST_CASE("what is done while a lock is held") {
  struct Row {
    std::string path, code, locked;  // the lines of the calls of use()
  };
  for (const auto& row : {
           Row{"a.py", "def f(self):\n    with self._lock:\n        use()\n    use()\n", "3"},
           Row{"a.py", "def f(self):\n    with open(p) as clock:\n        use()\n", ""},
           Row{"a.py", "async def f(self):\n    async with self._lock:\n        use()\n", ""},
           Row{"a.py", "def f(self):\n    with self._lock:\n        def g():\n            use()\n", ""},
           Row{"A.java",
               "class A {\n  void f() {\n    synchronized (this) {\n      use();\n    }\n    use();\n  "
               "}\n}\n",
               "4"},
           Row{"A.java", "class A {\n  synchronized void f() {\n    use();\n  }\n  void g() { use(); }\n}\n",
               "3"},
           Row{"a.go",
               "package p\nimport \"sync\"\nvar mu sync.Mutex\nfunc f() "
               "{\n\tuse()\n\tmu.Lock()\n\tuse()\n\tmu.Unlock()\n"
               "\tuse()\n}\n",
               "7"},
           Row{"a.go",
               "package p\nimport \"sync\"\nvar mu sync.Mutex\nfunc f() {\n\tmu.Lock()\n\tdefer "
               "mu.Unlock()\n\tuse()\n}\n",
               "7"},
           Row{"a.go",
               "package p\nimport \"sync\"\nvar a sync.Mutex\nvar b sync.Mutex\nfunc f() "
               "{\n\ta.Lock()\n\tb.Lock()\n\tb.Unlock()\n\tuse()\n"
               "\ta.Unlock()\n\tuse()\n}\n",
               "9"},
       }) {
    CAPTURE(row.code);
    const auto seen = facts_of(row.path, row.code);
    std::string lines;
    for (const auto& call : seen->facts.calls)
      if (call.name == "use" && detectors::is_locked(seen->facts, call.node))
        lines += (lines.empty() ? "" : " ") + std::to_string(seen->facts.line(call.node));
    CHECK(lines == row.locked);
  }
}
