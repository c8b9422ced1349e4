#include "detectors/ignore.hpp"

#include <doctest/doctest.h>

#include "detectors/scan.hpp"

namespace {

using detectors::source::SourceFile;

detectors::Finding finding(int line, const std::string& rule) {
  detectors::Finding made{.rule = rule, .class_id = "missing-timeout", .path = "a.py"};
  made.begin.line.number = line;
  return made;
}

struct Row {
  std::string text;
  std::size_t ignored;
  std::size_t notes;
};

}  // namespace

TEST_CASE("a mark counts on its line or the line above, for its rule or class, and with a reason") {
  const Row rows[] = {
      {"get(a)\n", 0, 0},
      {"get(a)  # seedfault: ignore[some-rule] our own sidecar\n", 1, 0},
      {"get(a)  # seedfault: ignore[missing-timeout] our own sidecar\n", 1, 0},
      {"get(a)  # seedfault: ignore[other-rule, some-rule] our own sidecar\n", 1, 0},
      {"get(a)  # seedfault: ignore[other-rule] our own sidecar\n", 0, 0},
      {"get(a)  # seedfault: ignore[some-rule]\n", 0, 1},
      {"get(a)  /* seedfault: ignore[some-rule] */\n", 0, 1},
      {"get(a)  # seedfault: ignore[some-rule our own sidecar\n", 0, 0},
      {"get(a)  # seedfault: ignore[] our own sidecar\n", 0, 0},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto result = detectors::without_ignored(SourceFile("a.py", row.text), {finding(1, "some-rule")});
    CHECK(result.ignored == row.ignored);
    CHECK(result.findings.size() == 1 - row.ignored);
    CHECK(result.notes.size() == row.notes);
  }
}

TEST_CASE("a mark speaks of its own line and the one below, no further") {
  const SourceFile file("a.py", "# seedfault: ignore[some-rule] ours\nget(a)\nget(b)\n");
  const auto result = detectors::without_ignored(file, {finding(2, "some-rule"), finding(3, "some-rule")});
  CHECK(result.ignored == 1);
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].begin.line.number == 3);
}
