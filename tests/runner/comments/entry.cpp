#include "runner/comments/entry.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace runner::comments;

namespace {

// "path|lines|severity|text", or "" when the line begins no entry.
std::string drawn(std::string_view line) {
  const auto entry = read_entry(line);
  if (!entry) return "";
  return fmt::format("{}|{}|{}|{}", entry->path,
                     entry->malformed.empty() ? to_string(entry->lines) : "!" + entry->malformed,
                     entry->severity ? to_string(*entry->severity) : "", entry->text);
}

}  // namespace

TEST_CASE("read_entry: the ways to write one") {
  struct Row {
    std::string_view line, drawing;
  };
  const Row rows[] = {
      {"app/x.py:24: no timeout", "app/x.py|24||no timeout"},
      {"app/x.py:24-26: no timeout", "app/x.py|24-26||no timeout"},
      {"app/x.py: no tests", "app/x.py|||no tests"},
      {"./app/x.py:24: no timeout", "app/x.py|24||no timeout"},
      {"app/x.py:24:", "app/x.py|24||"},
      {"app/x.py:24", "app/x.py|24||"},
      {"app/x.py:24:no timeout", "app/x.py|24||no timeout"},
      {"app/x.py:24:5: no timeout", "app/x.py|24||no timeout"},
      {"app/x.py:24 no timeout", "app/x.py|24||no timeout"},
      {"app/x.py:24 - no timeout", "app/x.py|24||no timeout"},
      {"app/x.py:24 – no timeout", "app/x.py|24||no timeout"},
      {"app/x.py:24 — no timeout", "app/x.py|24||no timeout"},
      {"app/x.py:24–26: no timeout", "app/x.py|24-26||no timeout"},
      {"app/x.py:L24-L26: no timeout", "app/x.py|24-26||no timeout"},
      {"- app/x.py:24: no timeout", "app/x.py|24||no timeout"},
      {"* `app/x.py:24`: no timeout", "app/x.py|24||no timeout"},
      {"3. `app/x.py:24` no timeout", "app/x.py|24||no timeout"},
      {"12) app/x.py:24: no timeout", "app/x.py|24||no timeout"},
      {"- [ ] `app/x.py:24:` no timeout", "app/x.py|24||no timeout"},
      {"- [x] app/x.py:24: no timeout", "app/x.py|24||no timeout"},
      {"`app/x.py`: no tests", "app/x.py|||no tests"},
      {"`app/x.py` - no tests", "app/x.py|||no tests"},
      {"**app/x.py:24**: no timeout", "app/x.py|24||no timeout"},
      {"**app/x.py:** no tests", "app/x.py|||no tests"},
      {"**`app/x.py:24`:** no timeout", "app/x.py|24||no timeout"},
      {"**`app/x.py:24`**: no timeout", "app/x.py|24||no timeout"},
      {"[blocker] app/x.py:24: no timeout", "app/x.py|24|blocker|no timeout"},
      {"app/x.py:24: [Blocker] no timeout", "app/x.py|24|blocker|no timeout"},
      {"app/x.py:24: [nit]: spelling", "app/x.py|24|nit|spelling"},
      {"app/x.py:24: [question] why?", "app/x.py|24||[question] why?"},
      {"Makefile: no target", "Makefile|||no target"},
      {"migrations/0007.sql:3: locks the table", "migrations/0007.sql|3||locks the table"},
      {"app/x.py:26-24: no timeout", "app/x.py|!26-24||no timeout"},
      {"app/x.py:0: no timeout", "app/x.py|!0||no timeout"},
      {"app/x.py:24-: no timeout", "app/x.py|!24-||no timeout"},
      {"TODO:12: later", "TODO|12||later"},
      {"  app/x.py:24: no timeout", "app/x.py|24||no timeout"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    CHECK(drawn(row.line) == row.drawing);
  }
}

TEST_CASE("read_entry: prose is none") {
  for (const auto* line : {"",
                           "no timeout here",
                           "Note: the retry is wrong",
                           "e.g.: this",
                           "and/or: that",
                           "at 10:30: we met",
                           "10:30: we met",
                           "https://example.com/x.py: see there",
                           "`Gateway.charge`: has no timeout",
                           "Gateway.charge: has no timeout",
                           "see app/x.py:24: it says so",
                           "`timeout=3` would do",
                           "issue (blocking): no timeout",
                           "- [blocker] no timeout anywhere",
                           "**Overall**: fine",
                           "`app/x.py:24",
                           "**app/x.py:24: no timeout",
                           "app/x.py",
                           "x: y",
                           "key: value",
                           "def f(x): return x.py"}) {
    CAPTURE(line);
    CHECK(drawn(line) == "");
  }
}

TEST_CASE("read_heading") {
  CHECK(read_heading("## Summary")->text == "Summary");
  CHECK(read_heading("## Summary ##")->text == "Summary");
  CHECK(read_heading("# A")->level == 1);
  CHECK(read_heading("###")->text == "");
  CHECK_FALSE(read_heading("#include <x>"));
  CHECK_FALSE(read_heading("####### seven"));
  CHECK_FALSE(read_heading("text"));
}

TEST_CASE("fence_opened and closes_fence") {
  CHECK(fence_opened("```suggestion") == "```");
  CHECK(fence_opened("  ~~~~ py") == "~~~~");
  CHECK(fence_opened("```x``` is code") == "");
  CHECK(fence_opened("``x") == "");
  CHECK(closes_fence("  ```  ", "```"));
  CHECK(closes_fence("````", "```"));
  CHECK_FALSE(closes_fence("```py", "```"));
  CHECK_FALSE(closes_fence("```", "````"));
}
