#include "detectors/facts/labels.hpp"

#include "read.hpp"

namespace {

// Whether the function of that name has the label: by its own calls, as it is decorated, or through its
// helpers.
struct Row {
  std::string path, code, label;
  bool own = false, decorated = false;
};

const detectors::facts::Function& named(const detectors::facts::Facts& facts, std::string_view name) {
  for (const auto& each : facts.functions)
    if (each.name == name) return each;
  FAIL("no such function");
  return facts.functions.front();
}

}  // namespace

TEST_CASE("what functions do, and what they are") {
  for (const auto& row : {
           Row{"a.py", "import requests\ndef f():\n    requests.post(u)\n", "outbound", true},
           Row{"a.py", "def f():\n    post(u)\n", "outbound"},
           Row{"a.py", "import requests\ndef g():\n    requests.post(u)\ndef f():\n    g()\n", "outbound"},
           Row{"a.py",
               "from flask import Flask\napp = Flask(__name__)\n@app.route('/')\ndef f():\n    pass\n",
               "route", false, true},
           Row{"a.py", "@cached\ndef f():\n    pass\n", "route"},
           Row{"a.py",
               "from sqlalchemy.exc import IntegrityError\ndef f():\n    try:\n        g()\n    except "
               "IntegrityError:\n"
               "        pass\n",
               "conflict-error", true},
           Row{"a.py", "def f():\n    try:\n        g()\n    except ValueError:\n        pass\n",
               "conflict-error"},
           Row{"a.ts",
               "async function f() {\n  try { await g(); } catch (e) { if (e.code === '23505') return; throw "
               "e; }\n}\n",
               "conflict-error", true},
           Row{"a.go", "package p\nimport \"net/http\"\nfunc f(w http.ResponseWriter, r *http.Request) {}\n",
               "route", false, true},
           Row{"a.go", "package p\nfunc f(w io.Writer, r Reader) {}\n", "route"},
       }) {
    CAPTURE(row.code);
    const auto seen = facts_of(row.path, row.code);
    const auto& function = named(seen->facts, "f");
    CHECK(seen->facts.has(function.labels, row.label) == row.own);
    CHECK(seen->facts.has(function.decorated, row.label) == row.decorated);
  }
}

TEST_CASE("how deep a call reaches") {
  std::string code = "import requests\ndef h0():\n    requests.post(u)\n";
  for (int i = 1; i < 6; ++i) code += fmt::format("def h{}():\n    h{}()\n", i, i - 1);
  const auto seen = facts_of("a.py", code);
  std::string via;
  std::string reach;
  for (const auto& call : seen->facts.calls) {
    via += seen->facts.has(call.via, "outbound") ? 'x' : '-';
    reach += seen->facts.has(call.reach, "outbound") ? 'x' : '-';
  }
  CHECK(via == "xx----");
  CHECK(reach == "xxxx--");
  CHECK(named(seen->facts, "h0").callers.size() == 1);
  CHECK(named(seen->facts, "h5").callers.empty());
}
