#include "runner/report/findings.hpp"

#include <doctest/doctest.h>

#include "golden.hpp"

using namespace runner::report;
using detectors::source::Severity;

namespace {

detectors::Finding finding(const std::string& path, int line, int column, Severity severity,
                           detectors::Confidence confidence = detectors::Confidence::high) {
  using detectors::source::Column;
  using detectors::source::Line;
  return {.rule = "call-without-timeout",
          .class_id = "missing-timeout",
          .severity = severity,
          .confidence = confidence,
          .path = path,
          .bytes = {1, 2},
          .lines = {Line{line}, Line{line + 1}},
          .begin = {Line{line}, Column{column}},
          .message = "`get` has no timeout: when the other side hangs, this waits for ever",
          .because = {"line 2: `requests.get(url)`"}};
}

// What strangers write: a path with an escape in it, a tab, a letter of two columns, a line without end.
runner::session::DetectReport report() {
  runner::session::DetectReport report{
      .files = {}, .version = "0.1", .scanned = 3, .ignored = 1, .unlikely = 4};
  report.files.push_back({.path = "a.py",
                          .findings = {finding("a.py", 2, 2, Severity::blocker),
                                       finding("a.py", 9, 7, Severity::nit, detectors::Confidence::low)},
                          .lines = {"\trequests.get(url)", "x = '漢'; " + std::string(300, 'y')},
                          .notes = {}});
  report.files.push_back({.path = "b\x1b[31m.py",
                          .findings = {finding("b\x1b[31m.py", 1, 1, Severity::major)},
                          .lines = {""},
                          .notes = {"line 3: the mark gives no reason and ignores nothing"}});
  report.files.push_back({.path = "c.js", .findings = {}, .lines = {}, .notes = {"skipped: minified"}});
  return report;
}

}  // namespace

TEST_CASE("findings as text, JSON, SARIF and RDFormat") {
  check_golden("findings.txt", findings_text(report(), {}));
  check_golden("findings.json", findings_json(report()));
  check_golden("findings.sarif", findings_sarif(report()));
  check_golden("findings.rdjson", findings_rdjson(report()));
}

TEST_CASE("nothing found, and nothing of a stranger's reaches the terminal") {
  runner::session::DetectReport nothing{.files = {}, .version = "0.1", .scanned = 1};
  CHECK(findings_text(nothing, {}) == "nothing found in 1 file.\n");
  CHECK(findings_text(report(), {}).find('\x1b') == std::string::npos);
  CHECK(findings_text(report(), {.colour = Colour::yes}).find("\x1b[31m.py") == std::string::npos);
}
