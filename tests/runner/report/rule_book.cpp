#include "runner/report/rule_book.hpp"

#include <doctest/doctest.h>

#include "golden.hpp"
#include "runner/report/findings.hpp"

using namespace runner::report;

namespace {

runner::session::RulePage rule() {
  return {.id = "call-without-timeout",
          .class_id = "missing-timeout",
          .class_title = "Missing timeout",
          .severity = "blocker",
          .message = "`{callee}` has no timeout | at all",
          .why = "It waits for ever.",
          .fix = "Say `timeout=2`.",
          .languages = {"python", "go"},
          .examples = {{"python", "requests.get(url)\n", true, ""},
                       {"python", "x = \"\"\"```\"\"\"\n", false, ""},
                       {"go", "after()\n", true, "before()\n"}},
          .sure = false,
          .sure_in = {{{"python"}, "it stands in a handler"}}};
}

std::vector<runner::session::ClassPage> book() {
  return {
      {.id = "missing-timeout",
       .title = "Missing timeout",
       .what = "W.",
       .why = "Y.",
       .fix = "F.",
       .rules = {rule()}},
      {.id = "no-rules", .title = "Nothing finds it", .what = "W.", .why = "Y.", .fix = "F.", .rules = {}}};
}

}  // namespace

TEST_CASE("where a rule is sure") {
  auto page = rule();
  page.sure_in.clear();
  CHECK(confidence_words(page) == "low");
  page.sure = true;
  CHECK(confidence_words(page) == "high");
  page.sure = false;
  page.sure_in = {{{"python", "go"}, "it stands in a loop"}};
  CHECK(confidence_words(page) == "high when it stands in a loop; low elsewhere");
  page.sure_in.push_back({{"go"}, ""});
  CHECK(confidence_words(page) == "high when it stands in a loop; high in go; low elsewhere");
}

TEST_CASE("pages of classes, the list of them, and a rule's own page") {
  check_golden("rule-class.md", class_markdown(book()[0]));
  check_golden("rule-class-without-rules.md", class_markdown(book()[1]));
  check_golden("rule-book.md", book_markdown(book()));
  check_golden("rule.txt", rule_text(rule(), {}));
  check_golden("rule.json", rule_json(rule()));
}
