#include "runner/report/check_junit.hpp"

#include <fmt/format.h>

#include "runner/report/faults.hpp"
#include "runner/report/html.hpp"
#include "runner/report/words.hpp"

namespace runner::report {
namespace {

bool not_tried(const session::CheckPoint& point) {
  return point.faults.empty() && point.proven == 0 && !point.skipped.empty();
}

struct Totals {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t skipped = 0;
};

Totals totals_of(const session::CheckReport& report) {
  Totals totals{.tests = report.points.size()};
  for (const auto& point : report.points) {
    if (!point.faults.empty()) ++totals.failures;
    if (not_tried(point)) ++totals.skipped;
  }
  return totals;
}

std::string attributes(const Totals& totals) {
  return fmt::format("tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\"", totals.tests,
                     totals.failures, totals.skipped);
}

std::string reasons(const session::CheckPoint& point) {
  std::string out;
  for (const auto& reason : point.skipped) out += (out.empty() ? "" : "; ") + reason;
  return out;
}

std::string outcome(const session::CheckPoint& point) {
  if (!point.faults.empty())
    return fmt::format("<failure message=\"{}\">{}</failure>", counted(point.faults.size(), "fault"),
                       escaped(faults_text(point.faults, {.colour = Colour::no, .width = 0})));
  if (not_tried(point)) return fmt::format("<skipped message=\"{}\"/>", escaped(reasons(point)));
  std::string said = fmt::format("{} proven", point.proven);
  if (!point.skipped.empty()) said += fmt::format("; not tried here: {}", reasons(point));
  return fmt::format("<system-out>{}</system-out>", escaped(said));
}

std::string suite(const session::CheckReport& report) {
  std::string out =
      fmt::format("<testsuite name=\"{}\" {}>\n", escaped(report.exercise), attributes(totals_of(report)));
  for (const auto& point : report.points)
    out += fmt::format("<testcase classname=\"{}\" name=\"{} {}\">{}</testcase>\n", escaped(report.exercise),
                       point.number, escaped(point.title), outcome(point));
  return out + "</testsuite>\n";
}

}  // namespace

std::string check_junit(const std::vector<session::CheckReport>& reports) {
  Totals all;
  std::string suites;
  for (const auto& report : reports) {
    const auto totals = totals_of(report);
    all.tests += totals.tests;
    all.failures += totals.failures;
    all.skipped += totals.skipped;
    suites += suite(report);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"seedfault check\" "
      "{}>\n{}</testsuites>\n",
      attributes(all), suites);
}

}  // namespace runner::report
