#include "detectors/syntax/tree.hpp"

#include <doctest/doctest.h>

using namespace detectors::syntax;

TEST_CASE("nodes stand in preorder, a subtree is a range") {
  const auto parsed = parse("f(x)\n", Language::python);
  REQUIRE(parsed.tree.has_value());
  const auto& tree = *parsed.tree;
  REQUIRE(tree.size() == 8);
  CHECK(tree.kind(0) == "module");
  CHECK(tree.kind(2) == "call");
  CHECK(tree[2].after == 8);
  CHECK(tree.slice(2) == "f(x)");
  CHECK(tree.kind(tree.child_by_field(2, "arguments")) == "argument_list");
  CHECK(tree.field(tree.child_by_field(2, "function")) == "function");
  CHECK(tree.child_by_field(2, "body") == no_node);
  CHECK(tree.child_by_field(2, "no such field") == no_node);
  CHECK(tree.next_sibling(tree.first_child(2)) == 4);
  CHECK(tree.next_sibling(4) == no_node);
  CHECK(tree.inside(5, 2));
  CHECK_FALSE(tree.inside(2, 5));
  for (NodeId i = 1; i < tree.size(); ++i) CHECK(tree.inside(i, tree[i].parent));
}

TEST_CASE("limits") {
  CHECK_FALSE(parse("x = 1", Language::python, {.bytes = 4}).tree.has_value());
  CHECK_FALSE(parse(std::string(100'000, '('), Language::python, {.steps = 1000}).tree.has_value());
  const auto flat = parse("f(g(h(x)))", Language::python, {.levels = 3});
  REQUIRE(flat.tree.has_value());
  CHECK(flat.notes.size() == 1);
  for (NodeId i = 0; i < flat.tree->size(); ++i) CHECK((*flat.tree)[i].depth <= 3);
  const auto few = parse("a\nb\nc\nd\n", Language::python, {.nodes = 3});
  CHECK(few.tree->size() == 3);
  CHECK(few.notes.size() == 1);
}

TEST_CASE("the first error") {
  CHECK_FALSE(parse("x = 1\n", Language::python).tree->first_error().has_value());
  CHECK(parse("x = 1\ny = = 2\n", Language::python).tree->first_error().value() >= 6);
}

TEST_CASE("every language parses its own") {
  struct Row {
    Language language;
    std::string_view code;
  };
  for (const auto& row :
       {Row{Language::python, "def f():\n    pass\n"}, Row{Language::go, "package a\nfunc f() {}\n"},
        Row{Language::javascript, "function f() {}"}, Row{Language::typescript, "let a: number = 1"},
        Row{Language::tsx, "const a = <b>{c}</b>"}, Row{Language::java, "class A { void f() {} }"},
        Row{Language::sql, "SELECT a FROM b WHERE c = 1;"}})
    CHECK_FALSE(parse(row.code, row.language).tree->first_error().has_value());
}
