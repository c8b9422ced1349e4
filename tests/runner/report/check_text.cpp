#include "runner/report/check_text.hpp"

#include <doctest/doctest.h>

#include "golden.hpp"

using namespace runner::report;
using runner::session::CheckReport;

namespace {

CheckReport good() {
  return {.exercise = "payments-webhook",
          .points = {{1, "Patches apply and compose", 21, {}, {}},
                     {2, "Each proof tells sound from planted", 21, {}, {}}}};
}

CheckReport bad() {
  return {.exercise = "order-search",
          .points = {{1,
                      "Patches apply and compose",
                      5,
                      {{"defects/a/plant.patch", {3}, "hunk 1 does not fit", "make it anew"}},
                      {}},
                     {2, "Each proof tells sound from planted", 0, {}, {"no toolchain python3 on this host"}},
                     {3, "A detector sees each defect", 4, {}, {"defect b says that none can"}}}};
}

}  // namespace

TEST_CASE("the check is what the golden file says") {
  check_golden("check.txt", check_text({good(), bad()}, {}));
  check_golden("check.json", check_json({good(), bad()}));
}

TEST_CASE("what was skipped is never called ok") {
  CHECK(check_text({good()}, {}).find("skipped") == std::string::npos);
  const std::string text = check_text({bad()}, {});
  CHECK(text.find("ok") == std::string::npos);
  CHECK(text.find("skipped") != std::string::npos);
  CHECK(text.find("in part") != std::string::npos);
  CHECK(text.find("1 exercise: 1 fault, 2 facts skipped.") != std::string::npos);
}
