#include "detectors/syntax/expression.hpp"

#include <doctest/doctest.h>

#include <ctime>

using detectors::syntax::compile_expression;
using detectors::syntax::found_in;

TEST_CASE("regular expressions of rules") {
  struct Row {
    std::string expression, text;
    bool found;
  };
  for (const auto& row : {
           Row{"^get_", "get_order", true},
           Row{"^get_", "forget_order", false},
           Row{"(a|b)+c$", "ababc", true},
           Row{"\\bkey\\b", "my key here", true},
           Row{"\\bkey\\b", "monkeys", false},
           Row{"(?!x)y", "y", true},
       }) {
    CAPTURE(row.expression);
    const auto compiled = compile_expression(row.expression);
    REQUIRE(compiled);
    CHECK(found_in(row.text, *compiled) == row.found);
  }
  CHECK(!compile_expression("("));
  CHECK(!compile_expression("(a)\\1"));
  CHECK(compile_expression("a{2,12}b, 1234567890"));
  for (const auto* far :
       {"a{99999999999999999999}", "a{1,99999999999999999999}", "(a)\\99999999999999999999"})
    CHECK(!compile_expression(far));
}

TEST_CASE("no expression takes time without end") {
  const auto begun = std::clock();
  for (const auto* expression : {"(a+)+$", "(a|aa)+$", "(a*)*b", "(.*)(.*)(.*)(.*)(.*)b"}) {
    const auto compiled = compile_expression(expression);
    REQUIRE(compiled);
    CHECK(!found_in(std::string(100'000, 'a') + "!", *compiled) == (std::string(expression).back() == 'b'));
  }
  CHECK(static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC < 5);
}

TEST_CASE("the texts that an expression asks for") {
  struct Row {
    std::string_view expression;
    std::vector<std::string> texts;
    bool whole;
  };
  for (const auto& row : {Row{"^(get|set)$", {"get", "set"}, true}, Row{"^table$", {"table"}, true},
                          Row{"([gG]etenv|SetDefault)$", {"getenv", "Getenv", "SetDefault"}, false},
                          Row{"^os\\.Getenv$", {"os.Getenv"}, true}, Row{"^[0-9]*[.][0-9]+$", {".0"}, false},
                          Row{"get", {}, false}, Row{"^get", {}, false}, Row{"^a|b$", {}, false},
                          Row{"^(a|)$", {}, false}, Row{"^a+$", {}, false}, Row{"^[^a]$", {}, false},
                          Row{"^\\w$", {}, false}, Row{"", {}, false}, Row{"^(a(b|c))$", {}, false}}) {
    CAPTURE(row.expression);
    const auto literals = detectors::syntax::literals_of(row.expression);
    CHECK(literals.texts == row.texts);
    if (!row.texts.empty()) CHECK(literals.whole == row.whole);
  }
}
