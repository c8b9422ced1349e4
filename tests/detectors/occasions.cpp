// On what occasion a call is made.
#include "detectors/occasions.hpp"

#include "read.hpp"

namespace {

// Of the call of `x`.
std::string occasion_of(const std::string& path, const std::string& code) {
  const auto seen = facts_of(path, code);
  std::string result;
  for (const auto& call : seen->facts.calls) {
    if (call.method != "x" && call.name != "x") continue;
    if (detectors::in_script(seen->facts, call.node)) result += "script ";
    if (detectors::asks_loopback(seen->facts, call.node)) result += "loopback ";
    if (detectors::is_unused(seen->facts, call.node)) result += "unused ";
    if (detectors::is_behind_switch(seen->facts, call.node)) result += "switch ";
  }
  return result;
}

}  // namespace

TEST_CASE("what somebody starts, and what asks its own machine") {
  struct Row {
    std::string path, code, occasion;
  };
  for (const auto& row : {
           Row{"a.py", "def f():\n    x()\n", ""},
           Row{"a.py", "import argparse\ndef f():\n    x()\n", "script "},
           Row{"a.py", "from optparse import OptionParser\ndef f():\n    x()\n", "script "},
           Row{"a.py", "from setuptools.command import sdist\ndef f():\n    x()\n", "script "},
           Row{"a.py", "import clicker\ndef f():\n    x()\n", ""},
           Row{"a.py", "import sys\ndef main():\n    f(sys.argv[1])\ndef f(a):\n    x()\n", "script "},
           Row{"a.py", "def f():\n    return 'sys.argv' + x()\n", ""},
           Row{"a.py", "def f():\n    import argparse\n    x()\n", "script "},
           Row{"a.py", "def f():\n    import argparse\n    g()\ndef g():\n    x()\n", "script "},
           Row{"a.py", "def f():\n    import argparse\ndef g():\n    x()\n", ""},
           Row{"a.py", "def f():\n    if DEBUG:\n        x()\n", "switch "},
           Row{"a.js", "function f() { if (!this.withoutPII) { x(); } }", "switch "},
           Row{"a.py", "def f():\n    if late:\n        x()\n", ""},
           Row{"a.java", "package a;\nclass A { private void f() { x(); } }\n", "unused "},
           Row{"a.java", "package a;\nclass A { private void f() { x(); } void g() { f(); } }\n", ""},
           Row{"docs/conf.py", "def f():\n    x()\n", "script "},
           Row{"lib/setup.py", "def f():\n    x()\n", "script "},
           Row{"host_tests/a.py", "def f():\n    x()\n", "script "},
           Row{"a.java", "package a;\nclass A { void f() { x(); } }\n", ""},
           Row{"a.java", "class A { void f() { x(); } }\n", "script "},
           Row{"util/installer/A.java", "package a;\nclass A { void f() { x(); } }\n", "script "},
           Row{"a.py", "def f():\n    x('http://localhost:8080/a')\n", "loopback "},
           Row{"a.py", "URL = 'http://127.0.0.1/a'\ndef f():\n    x(URL)\n", "loopback "},
           Row{"a.py", "URL = 'http://tides.example.org/a'\ndef f():\n    x(URL)\n", ""},
           Row{"a.java", "package a;\nclass A { void f() { new URL(\"http://localhost:1\").x(); } }\n",
               "loopback "},
       }) {
    CAPTURE(row.code);
    CHECK(occasion_of(row.path, row.code) == row.occasion);
  }
}
