#include "detectors/syntax/query.hpp"

#include <doctest/doctest.h>

using namespace detectors::syntax;

namespace {

// The captured texts, one after the other.
std::string captured(std::string_view query, std::string_view code) {
  const auto compiled = Query::compile(query, Language::python);
  if (!compiled) return std::to_string(compiled.error().line.number) + ": " + compiled.error().problem;
  const auto parsed = parse(code, Language::python);
  std::string text;
  for (const auto& match : compiled->matches(*parsed.tree))
    for (const auto& capture : match.captures)
      text += (text.empty() ? "" : " ") + std::string(parsed.tree->slice(capture.node));
  return text;
}

}  // namespace

TEST_CASE("predicates are evaluated") {
  struct Row {
    std::string_view query, code, captures;
  };
  for (const auto& row : {
           Row{"(identifier) @a", "x\ny", "x y"},
           Row{"((identifier) @a (#eq? @a \"x\"))", "x\ny", "x"},
           Row{"((identifier) @a (#not-eq? @a \"x\"))", "x\ny", "y"},
           Row{"((identifier) @a (#any-of? @a \"y\" \"z\"))", "x\ny\nz", "y z"},
           Row{"((identifier) @a (#not-any-of? @a \"y\" \"z\"))", "x\ny\nz", "x"},
           Row{"((identifier) @a (#match? @a \"^get_\"))", "get_a\nforget_b", "get_a"},
           Row{"((identifier) @a (#not-match? @a \"^get_\"))", "get_a\nforget_b", "forget_b"},
           Row{"((binary_operator left: (_) @l right: (_) @r) (#eq? @l @r))", "a + a\na + b", "a a"},
       })
    CHECK(captured(row.query, row.code) == row.captures);
}

TEST_CASE("nodes, fields, tokens, alternatives and anchors") {
  struct Row {
    std::string_view query, code, captures;
  };
  for (const auto& row : {
           Row{"(call function: (identifier) @f)", "f(1)\na.g(2)", "f"},
           Row{"(call function: [(identifier) (attribute)] @f)", "f(1)\na.g(2)", "f a.g"},
           Row{"[(integer) @i (float) @f]", "1\n2.5\nx", "1 2.5"},
           Row{"(argument_list (integer) @i)", "f(1, 2, x)", "1 2"},
           Row{"(argument_list . (_) @i)", "f(1, 2)", "1"},
           Row{"(argument_list (_) @i .)", "f(1, 2)", "2"},
           Row{"(argument_list . (_) . (_) @i .)", "f(1, 2)\nf(3)\nf(4, 5, 6)", "2"},
           Row{"(argument_list (integer) @i (integer) @j)", "f(1, 2, 3)", "1 2 1 3 2 3"},
           Row{"(function_definition \"async\" name: (_) @n)", "async def f(): pass\ndef g(): pass", "f"},
           Row{"(comparison_operator [\">\" \"<\"] @o)", "a > b\na == b\na < b", "> <"},
           Row{"(call arguments: (argument_list (keyword_argument name: (_) @k) @w))", "f(a=1)", "a=1 a"},
           Row{"; a comment\n(integer) @i ; another", "1", "1"},
           Row{"", "x", ""},
       }) {
    CAPTURE(row.query);
    CHECK(captured(row.query, row.code) == row.captures);
  }
}

TEST_CASE("a query that does not compile says where and why") {
  struct Row {
    std::string_view query, error;
  };
  for (const auto& row : {
           Row{"(identifier)\n(no_such) @a", "2: no such node kind in this language"},
           Row{"(call no_field: (_)) @a", "1: no such field in this language"},
           Row{"(call", "1: not a valid query: a ) is missing"},
           Row{"call", "1: not a valid query: a ( is missing"},
           Row{"(call (_)* @a)", "1: '*' is not understood here"},
           Row{"((call) (call))", "1: a group holds one node and its predicates"},
           Row{"[(call) @a", "1: a ] is missing"},
           Row{"((identifier) @a (#sound? @a \"x\"))", "1: unknown predicate #sound?"},
           Row{"((identifier) @a (#match? @a \"(\"))", "1: not a regular expression: ("},
           Row{"((identifier) @a (#eq? \"x\" @a))", "1: #eq? takes a capture and what to compare it with"},
       })
    CHECK(captured(row.query, "x") == row.error);
}

TEST_CASE("a long text does not exhaust the stack of a regular expression") {
  CHECK(captured("((string) @a (#match? @a \"^(a|b)*$\"))", "x = '" + std::string(1'000'000, 'a') + "'")
            .empty());
}
