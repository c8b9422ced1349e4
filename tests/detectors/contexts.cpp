// In what a call stands.
#include "detectors/contexts.hpp"

#include <array>

#include "read.hpp"

namespace {

// A context that is not asked for may come and go without a change here.
constexpr std::array<std::string_view, 20> asked{
    "loop",         "handler", "route",         "browser", "deferred-in-loop", "transaction", "async",
    "awaited",      "except",  "try",           "spawned", "deferred",         "statement",   "request-path",
    "serving-file", "context", "copies-a-lock", "locked",  "compared",         "test"};

// Those of the call of `x`.
std::string contexts_of(const std::string& path, const std::string& code) {
  const auto seen = facts_of(path, code);
  std::string result;
  for (const auto& call : seen->facts.calls) {
    if (call.method != "x" && call.name != "x") continue;
    for (const auto name : asked)
      if (detectors::is_inside(seen->facts, call.node, name))
        result.append(result.empty() ? "" : " ").append(name);
  }
  return result;
}

}  // namespace

TEST_CASE("in what the code stands") {
  struct Row {
    std::string path, code, stands_in;
  };
  const std::string flask = "from flask import Flask\napp = Flask(__name__)\n";
  const std::string go = "package a\nimport (\n\t\"context\"\n\t\"net/http\"\n\t\"sync\"\n)\n";
  for (const auto& row : {
           Row{"a.py", "x()\n", "statement"},
           Row{"a.py", "for i in y:\n    use(x())\n", "loop"},
           Row{"a.py", "n = [x() for i in y]\n", "loop"},
           Row{"a.py", flask + "@app.route('/')\ndef f():\n    return x()\n",
               "handler route request-path serving-file"},
           Row{"a.py", flask + "@app.route('/')\ndef f():\n    return g()\ndef g():\n    return x()\n",
               "handler route request-path serving-file"},
           Row{"a.py", "async def f():\n    use(await x())\n", "async awaited"},
           Row{"a.py", "def f():\n    try:\n        use(x())\n    except KeyError:\n        pass\n", "try"},
           Row{"a.py", "def f():\n    try:\n        pass\n    except KeyError:\n        use(x())\n",
               "except"},
           Row{"test_a.py", "def test_f():\n    use(x())\n", "test"},
           Row{"a.py",
               "import threading\nlock = threading.Lock()\ndef f():\n    with lock:\n        use(x())\n",
               "locked"},
           Row{"a.py", "if x() == 2:\n    pass\n", "compared"},
           Row{"a.go", go + "func f() {\n\tdefer x()\n}\n", "deferred"},
           Row{"a.go", go + "func f(ys []int) {\n\tfor range ys {\n\t\tdefer x()\n\t}\n}\n",
               "loop deferred-in-loop deferred"},
           Row{"a.go", go + "func f() {\n\tgo x()\n}\n", "spawned"},
           Row{"a.go", go + "func f(ctx context.Context) {\n\tuse(x())\n}\n", "context"},
           Row{"a.go", go + "func f(w http.ResponseWriter, r *http.Request) {\n\tuse(x())\n}\n",
               "handler route request-path serving-file context"},
           Row{"a.ts", "xs.forEach((y) => {\n  use(x());\n});\n", "loop"},
           Row{"a.ts", "document.title = x();\n", "browser"},
           Row{"a.ts", "async function f() {\n  use(await x());\n}\n", "async awaited"},
       }) {
    CAPTURE(row.code);
    CHECK(contexts_of(row.path, row.code) == row.stands_in);
  }
}
