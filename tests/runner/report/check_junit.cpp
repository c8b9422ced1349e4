#include "runner/report/check_junit.hpp"

#include <doctest/doctest.h>

#include "golden.hpp"

using namespace runner::report;
using runner::session::CheckPoint;
using runner::session::CheckReport;

namespace {

CheckReport mixed() {
  return {.exercise = "order-\"search\"",
          .points = {
              {1, "Patches apply <and> compose", 21, {}, {}},
              {2, "Proofs", 5, {{"defects/a/plant.patch", {3}, "hunk 1 & 2 do not fit", "make it anew"}}, {}},
              {3, "Detectors", 0, {}, {"no toolchain python3 on this host"}},
              {4, "Decoys", 4, {}, {"defect b says that none can"}},
              {5, "Tests", 0, {{"x", {}, "a fault beside what was skipped", ""}}, {"the rest"}}}};
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("junit: what the golden file says") {
  check_golden("check.junit.xml", check_junit({mixed(), {.exercise = "empty", .points = {}}}));
}

TEST_CASE(
    "junit: a fault is a failure, what could not be tried is skipped, what was tried in part is neither") {
  const auto xml = check_junit({mixed()});
  CHECK(count(xml, "<testcase ") == 5);
  CHECK(count(xml, "<failure ") == 2);
  CHECK(count(xml, "<skipped ") == 1);
  CHECK(count(xml, "tests=\"5\" failures=\"2\" errors=\"0\" skipped=\"1\"") == 2);
  CHECK(xml.find("4 proven; not tried here: defect b says that none can") != std::string::npos);
  CHECK(xml.find("order-&quot;search&quot;") != std::string::npos);
  CHECK(xml.find("hunk 1 &amp; 2 do not fit") != std::string::npos);
}
