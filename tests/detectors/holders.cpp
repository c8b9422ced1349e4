#include "detectors/holders.hpp"

#include "read.hpp"

TEST_CASE("who holds what a call opened, and whether it outlives the function") {
  struct Row {
    std::string path, code, held;  // "variable" or "variable outlives"; "-" for none
  };
  for (const auto& row : {
           Row{"a.py", "def f(p):\n    x = open(p)\n", "x"},
           Row{"a.py", "async def f(p):\n    x = (await open(p))\n", "x"},
           Row{"a.py", "def f(p):\n    open(p)\n", "-"},
           Row{"a.py", "def f(p):\n    return open(p)\n", "-"},
           Row{"a.py", "def f(self, p):\n    self.x = open(p)\n", "-"},
           Row{"a.py", "def f(p):\n    a = x = open(p)\n", "-"},
           Row{"a.py", "def f(p):\n    global x\n    x = open(p)\n", "-"},
           Row{"a.py", "def f(p):\n    global y\n    x = open(p)\n", "x"},
           Row{"a.py", "def f(x):\n    x = open(p)\n", "x outlives"},
           Row{"a.go", "package p\nfunc f() {\n\tx, err := open(p)\n}\n", "x"},
           Row{"a.go", "package p\nfunc f() {\n\t_, err := open(p)\n}\n", "-"},
           Row{"a.go", "package p\nfunc f() (x *File, err error) {\n\tx, err = open(p)\n\treturn\n}\n",
               "x outlives"},
           Row{"A.java", "class A {\n  void f() {\n    File x = open(p);\n  }\n}\n", "x"},
           Row{"A.java", "class A {\n  File x;\n  void f() {\n    x = open(p);\n  }\n}\n", "x outlives"},
           Row{"a.ts", "function f() {\n  const x = await open(p);\n}\n", "x"},
       }) {
    CAPTURE(row.code);
    const auto seen = facts_of(row.path, row.code);
    std::string held;
    for (const auto& call : seen->facts.calls) {
      if (call.name != "open") continue;
      const auto variable = detectors::variable_of(seen->facts, call.node);
      held += variable == detectors::facts::no_node ? "-" : seen->facts.text(variable);
      if (variable != detectors::facts::no_node && detectors::outlives_function(seen->facts, call, variable))
        held += " outlives";
    }
    CHECK(held == row.held);
  }
}
