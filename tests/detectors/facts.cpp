#include "detectors/facts/facts.hpp"

#include <algorithm>

#include "data.hpp"
#include "detectors/rules.hpp"

using namespace detectors;
using namespace detectors::facts;

namespace {

struct Read {
  source::SourceFile file;
  Facts facts;
};

std::unique_ptr<Read> read(const std::string& code) {
  auto result = std::make_unique<Read>();
  result->file = source::SourceFile("a.py", code);
  std::string note;
  const auto& set = *real_catalog().rules;
  const auto* lowering = set.lowerings.of(syntax::Language::python, note);
  REQUIRE(lowering != nullptr);
  result->facts = gather(result->file, *syntax::parse(code, syntax::Language::python).tree, *lowering,
                         set.of(syntax::Language::python));
  return result;
}

std::string call_names(const std::string& code) {
  const auto seen = read(code);
  std::string names;
  for (const auto& call : seen->facts.calls) names += (names.empty() ? "" : " ") + call.name;
  return names;
}

}  // namespace

TEST_CASE("callees are resolved through imports, aliases, values and fields") {
  struct Row {
    std::string code, names;
  };
  for (const auto& row : {
           Row{"import requests\nrequests.get(1)", "requests.get"},
           Row{"import requests as r\nr.get(1)", "requests.get"},
           Row{"from requests import get as g\ng(1)", "requests.get"},
           Row{"import urllib.request\nurllib.request.urlopen(1)", "urllib.request.urlopen"},
           Row{"import urllib.request as u\nu.urlopen(1)", "urllib.request.urlopen"},
           Row{"import requests\ns = requests.Session()\ns.get(1)", "requests.Session requests.Session.get"},
           Row{"import requests\nwith requests.Session() as s:\n  s.get(1)",
               "requests.Session requests.Session.get"},
           Row{"from requests import Session\ndef f(s: Session):\n  s.get(1)", "requests.Session.get"},
           Row{"from requests import Session\ndef f(s: Session | None):\n  s.get(1)", "requests.Session.get"},
           Row{"import requests\nclass A:\n  def __init__(self):\n    self.s = requests.Session()\n"
               "  def f(self):\n    self.s.get(1)",
               "requests.Session requests.Session.get"},
           Row{"import requests\nclass A(requests.Session):\n  pass\nA().get(1)", "requests.Session.get A"},
           Row{"def f():\n  g()\ndef g():\n  pass", "g"},
           Row{"class A:\n  def f(self):\n    self.g()\n  def g(self):\n    pass", "A.g"},
           Row{"x.y.z(1)", "x.y.z"},
           Row{"x['gateway'].z(1)", "x.gateway.z"},
           Row{"f(1)(2).g(3)", "f()().g f() f"},
       }) {
    CAPTURE(row.code);
    CHECK(call_names(row.code) == row.names);
  }
}

TEST_CASE("a name is bound where it was last assigned before") {
  const auto seen = read("x = 1\nx = 2\ny = x\ndef f(x):\n    return x\nz = [x for x in y]\n");
  const auto& facts = seen->facts;
  std::vector<std::string> kinds;
  for (NodeId i = 0; i < facts.tree.size(); ++i) {
    if (!is_reference(facts, i) || facts.text(i) != "x") continue;
    const auto* known = definition(facts, i);
    REQUIRE(known != nullptr);
    if (known->target != i) kinds.push_back(std::to_string(facts.line(known->target)));
  }
  CHECK(fmt::format("{}", fmt::join(kinds, " ")) ==
        "1 2 4 6");  // the second target itself, y = x, return x, [x …]
}

TEST_CASE("arguments by name and by position") {
  const auto seen = read("import urllib.request\nurllib.request.urlopen(u, None, 5)\nf(*a, b=1)\n");
  const auto& facts = seen->facts;
  CHECK(facts.text(argument(facts.calls[0], "timeout")) == "5");
  CHECK(argument(facts.calls[0], "context") == no_node);
  CHECK_FALSE(facts.calls[0].open_arguments);
  CHECK(facts.calls[1].open_arguments);
  CHECK(facts.text(argument(facts.calls[1], "b")) == "1");
}

TEST_CASE("statements say what they do") {
  struct Row {
    std::string statement;
    std::string_view label;
    bool has;
  };
  for (const auto& row : {
           Row{"'SELECT 1'", "read", true},
           Row{"'SELECT 1 FOR UPDATE'", "locks", true},
           Row{"'SELECT 1'", "locks", false},
           Row{"'UPDATE a SET b = 1'", "update", true},
           Row{"'UPDATE a SET b = 1'", "read", false},
           Row{"'''\n  INSERT INTO a VALUES (1) ON CONFLICT DO NOTHING'''", "upsert", true},
           Row{"f'SELECT {a}'", "read", true},
           Row{"text('SELECT 1')", "read", true},
           Row{"STATEMENT", "write", true},
           Row{"select(A)", "read", true},
           Row{"update(A).where(A.id == 1)", "update", true},
           Row{"select(A).limit(3)", "read", true},
           Row{"unknown", "read", false},
       }) {
    const auto seen = read(
        "from sqlalchemy import select, text, update\nSTATEMENT = 'DELETE FROM a'\n"
        "session.execute(" +
        row.statement + ")\n");
    const auto& calls = seen->facts.calls;
    const auto execute =
        std::find_if(calls.begin(), calls.end(), [](auto& c) { return c.method == "execute"; });
    CAPTURE(row.statement);
    CHECK(seen->facts.has(execute->labels, row.label) == row.has);
  }
}

TEST_CASE("what depends on a loop's variable") {
  const auto seen = read("for a in b:\n    c = a.x\n    d = 3\n    f(a)\n    f(c)\n    f(d)\n    f(b)\n");
  const auto& facts = seen->facts;
  const auto loop = loop_around(facts, facts.calls[0].node);
  REQUIRE(loop != no_node);
  std::string depends;
  for (const auto& call : facts.calls)
    depends += depends_on_loop(facts, call.arguments[0].value, loop) ? "y" : "n";
  CHECK(depends == "yynn");
}

TEST_CASE("calls stand in the order of their nodes") {
  for (const auto* code : {"a(b(c), d).e(f)(g)\n", "@a(b)\ndef f(x=c()):\n    return [g() for y in h()]\n",
                           "class A(b()):\n    x = c()\n    def f(self):\n        d()\ne()\n"}) {
    const auto seen = read(code);
    REQUIRE(seen->facts.calls.size() > 3);
    CHECK(std::is_sorted(seen->facts.calls.begin(), seen->facts.calls.end(),
                         [](const Call& a, const Call& b) { return a.node < b.node; }));
  }
}
