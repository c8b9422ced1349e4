#include "runner/report/lookup.hpp"

#include <doctest/doctest.h>

#include "sample.hpp"

using namespace runner::report;

TEST_CASE("defects stand by severity, then weight, then the key's order") {
  auto scored = sample();
  CHECK(by_severity(scored.key) == std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6});
  scored.key.defects[6].severity = runner::review::Severity::blocker;
  scored.key.defects[4].weight = 3;
  CHECK(by_severity(scored.key) == std::vector<std::size_t>{0, 1, 2, 6, 4, 3, 5});
}

TEST_CASE("what is looked up is found, and what is not there is said so") {
  const auto scored = sample();
  CHECK(defect_index(scored, "no-index-on-charge") == 5);
  CHECK(defect_index(scored, "nothing") == scored.key.defects.size());
  CHECK(decoy_named(scored, "retry-with-backoff") == &scored.key.decoys[0]);
  CHECK(decoy_named(scored, "nothing") == nullptr);
  CHECK(pair_of(scored, 9, 0) == &scored.assessment.pairs[1]);
  CHECK(pair_of(scored, 9, 1) == nullptr);
  CHECK(pairs_of_defect(scored, 0).size() == 3);
  CHECK(claims_of_comment(scored, 9) == std::vector<std::size_t>{9, 10, 11});
  CHECK(claims_of_fate(scored, runner::review::Fate::noise) == std::vector<std::size_t>{8, 11});
}

TEST_CASE("a defect without a primary place is looked for in all of its places") {
  auto defect = sample().key.defects[0];
  CHECK(main_places(defect).size() == 1);
  defect.places.erase(defect.places.begin());
  CHECK(main_places(defect).size() == 1);
  CHECK(main_places(sample().key.defects[5]).empty());
}
