#include <doctest/doctest.h>

#include "calibration_sample.hpp"
#include "forms.hpp"
#include "runner/report/calibration.hpp"

using namespace runner::report;

TEST_CASE("every rater has a column, and what nobody was compared with is left out") {
  const auto text = calibration_text(calibration_sample(), broad);
  CHECK(has(text, "Calibration autumn: 2 reviews, 3 raters, revealed 2026-03-17"));
  CHECK(has(text, "Against the panel"));
  CHECK(has(text, "Against the known levels"));
  CHECK_FALSE(has(text, "Against the program"));
  CHECK(has(text, "Ratings"));
  CHECK(has(text, "<cai>"));
  CHECK(has(text, "n/a"));  // two equal ratings tell nothing apart
}

TEST_CASE("disagreements first, with each rater's words; what all agree on is not among them") {
  const auto text = calibration_text(calibration_sample(), broad);
  const auto first = text.find("heron: race");
  const auto second = text.find("teal: no-timeout");
  REQUIRE(first != std::string::npos);
  CHECK(first < second);
  CHECK_FALSE(has(text, "heron: no-timeout"));
  CHECK(has(text, "fixed: says <b>so</b>"));
}

TEST_CASE("bias from pack to pack, anchors, verdicts and confusion are there") {
  const auto text = calibration_text(calibration_sample(), broad);
  CHECK(has(text, "spring -0.25, autumn 0.50"));
  CHECK(has(text, "ana rated teal as spring:wren before: 0.67 levels apart on average, too far."));
  CHECK(has(text, "payments-webhook/heron"));
  CHECK(has(text, "ana's levels (rows) against the panel's (columns)"));
  auto same = calibration_sample();
  for (auto& item : same.items) item.spread = 0;
  same.drift.clear();
  same.anchors.clear();
  const auto quiet = calibration_text(same, broad);
  CHECK(has(quiet, "None: all raters gave every defect the same level."));
  CHECK_FALSE(has(quiet, "Bias from pack to pack"));
  CHECK_FALSE(has(quiet, "Anchors"));
}
