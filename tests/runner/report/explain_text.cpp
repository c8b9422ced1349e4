#include "runner/report/explain_text.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "golden.hpp"
#include "sample.hpp"

using namespace runner::report;

TEST_CASE("the explanation is what the golden file says") {
  check_golden("explain.txt", explain_text(sample(), "gateway-call-without-timeout", {}));
  check_golden("explain-ambiguous.txt", explain_text(sample(), "balance-read-then-written", {}));
  check_golden("explain-missed.txt", explain_text(sample(), "card-number-in-log", {}));
  check_golden("explain.json", explain_json(sample(), "gateway-call-without-timeout"));
}

TEST_CASE("every claim that was weighed is there, with why it was not credited") {
  const auto document = nlohmann::json::parse(explain_json(sample(), "gateway-call-without-timeout"));
  REQUIRE(document["claims"].size() == 3);
  CHECK(document["claims"][0]["outcome"] == "credited: fixed");
  CHECK(document["claims"][1]["outcome"] ==
        "not credited: a duplicate, another claim says the same and earns more");
  CHECK(document["claims"][2]["outcome"] == "not credited: decoy hit (retry-with-backoff)");
  CHECK(document["claims"][0]["evidence"].size() == 4);
}
