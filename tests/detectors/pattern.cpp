#include "detectors/pattern.hpp"

#include <doctest/doctest.h>

using namespace detectors;

namespace {

// The bindings of the first match, "A=1 B=2"; "no" when there is none.
std::string first_match(std::string_view pattern, std::string_view code, syntax::Language language) {
  const auto compiled = compile_pattern(pattern, language);
  if (!compiled) return compiled.error();
  const auto parsed = syntax::parse(code, language);
  for (syntax::NodeId i = 0; i < parsed.tree->size(); ++i)
    if (const auto bindings = match_at(*compiled, *parsed.tree, i)) {
      std::string text;
      for (const auto& [name, value] : *bindings) text += (text.empty() ? "" : " ") + name + "=" + value;
      return text;
    }
  return "no";
}

}  // namespace

TEST_CASE("patterns") {
  struct Row {
    std::string_view pattern, code, bindings;
  };
  for (const auto& row : {
           Row{"float($X)", "y = float(price)", "X=price"},
           Row{"float($X)", "y = float(a, b)", "no"},
           Row{"float($X)", "y = int(a)", "no"},
           Row{"requests.$METHOD($$$ARGS)", "requests.post(url, json=a)", "METHOD=post"},
           Row{"requests.$METHOD($$$ARGS)", "requests.post()", "METHOD=post"},
           Row{"requests.$METHOD($$$ARGS)", "other.post()", "no"},
           Row{"f($A, $$$REST)", "f(1)", "A=1"},
           Row{"f($A, $$$REST)", "f(1, 2, 3)", "A=1"},
           Row{"f($A, $$$REST)", "f()", "no"},
           Row{"f($$$HEAD, last)", "f(a, b, last)", ""},
           Row{"f($$$HEAD, last)", "f(last)", ""},
           Row{"f($$$HEAD, last)", "f(last, a)", "no"},
           Row{"$A == $A", "x == x", "A=x"},
           Row{"$A == $A", "x == y", "no"},
           Row{"$A + $B", "1 + 2", "A=1 B=2"},
           Row{"f($_, $_)", "f(1, 2)", ""},
           Row{"$X = Column(Float)", "price = Column(  # float\n  Float)", "X=price"},
           Row{"f(", "f(1)", "is not valid code of the language"},
           Row{"a = 1\nb = 2", "a = 1", "must be one expression or one statement"},
       }) {
    CAPTURE(row.pattern);
    CAPTURE(row.code);
    CHECK(first_match(row.pattern, row.code, syntax::Language::python) == row.bindings);
  }
}

TEST_CASE("patterns are written in the file's own language") {
  CHECK(first_match("http.Get($URL)", "package a\nfunc f() { http.Get(u) }", syntax::Language::go) ==
        "URL=u");
  CHECK(first_match("client.send($A, $$$B)", "class A { void f() { client.send(x); } }",
                    syntax::Language::java) == "A=x");
  CHECK(first_match("fetch($URL)", "const a = await fetch(u)", syntax::Language::javascript) == "URL=u");
}
