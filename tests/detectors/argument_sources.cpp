#include "detectors/argument_sources.hpp"

#include "read.hpp"

namespace {

struct Row {
  std::string path, code;
  bool from_client = false, checked = false;  // the last argument of the call of `take`
};

std::string handler(const std::string& parameter, const std::string& body) {
  return "class A {\n  @PostMapping(\"/x\")\n  void x(" + parameter + ") {\n    " + body + "\n  }\n}\n";
}

detectors::CallSet of_the_client(const detectors::facts::Facts& facts) {
  detectors::CallSet set;
  set.labels.set(*facts.tables->label("client-input"));
  return set;
}

}  // namespace

TEST_CASE("where an argument comes from, and whether somebody looked at its range") {
  for (const auto& row : {
           Row{"A.java", handler("@RequestBody Refund wanted", "take(wanted.amount());"), true},
           Row{"A.java", handler("@RequestParam(\"n\") int n", "take(n);"), true},
           Row{"A.java", handler("@RequestParam int n", "take(new Line(n));"), true},
           Row{"A.java", handler("@RequestParam int n", "var m = Integer.valueOf(n); take(m);"), true},
           Row{"A.java", handler("@RequestParam int n", "take(tariff.amountOf(n));")},
           Row{"A.java", handler("int n", "take(n);")},
           Row{"A.java", handler("@RequestParam int n", "if (n > 9) return; take(n);"), true, true},
           Row{"a.py", "from flask import request\ndef f():\n    take(request.args['n'])\n", true},
           Row{"a.py", "def f(n):\n    take(n)\n"},
       }) {
    CAPTURE(row.code);
    const auto seen = facts_of(row.path, row.code);
    const auto& facts = seen->facts;
    const detectors::facts::Call* take = nullptr;
    for (const auto& call : facts.calls)
      if (call.method == "take") take = &call;
    REQUIRE(take);
    const auto value = take->arguments.back().value;
    CHECK(detectors::comes_from(facts, value, of_the_client(facts)) == row.from_client);
    CHECK(detectors::is_checked(facts, value) == row.checked);
  }
}

TEST_CASE("a type that looks at its own bounds") {
  const std::string uses = "class A { void f(Deposit d) { take(d.amount()); } ";
  for (const auto& [code, checked] : {
           std::pair{uses + "record Deposit(long amount) { Deposit { if (amount < 1) throw no(); } } }",
                     true},
           std::pair{uses + "record Deposit(long amount) { } }", false},
       }) {
    CAPTURE(code);
    const auto seen = facts_of("A.java", code);
    const auto& call = seen->facts.calls.front();
    REQUIRE(call.method == "take");
    CHECK(detectors::is_checked(seen->facts, call.arguments.front().value) == checked);
  }
}
