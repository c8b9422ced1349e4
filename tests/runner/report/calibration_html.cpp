#include <doctest/doctest.h>

#include "calibration_sample.hpp"
#include "forms.hpp"
#include "runner/report/calibration.hpp"

using namespace runner::report;

TEST_CASE("one page, that loads nothing and in which nothing that a person wrote is markup") {
  const auto page = calibration_html(calibration_sample());
  CHECK(page.starts_with("<!doctype html>"));
  CHECK(has(page, "default-src 'none'"));
  CHECK_FALSE(has(page, "<script"));
  CHECK_FALSE(has(page, "<cai>"));
  CHECK_FALSE(has(page, "<b>so</b>"));
  CHECK(has(page, "says &lt;b&gt;so&lt;/b&gt;"));
}

TEST_CASE("every part has a heading, and a part without content has none") {
  auto report = calibration_sample();
  const auto page = calibration_html(report);
  for (const auto* title : {"Bias", "Bias from pack to pack", "Most disagreement first", "Who gave what",
                            "Agreement", "Verdicts and reasons", "Confusion of levels"})
    CHECK(has(page, std::string("<h2>") + title + "</h2>"));
  CHECK(has(page, "too far"));
  report.drift.clear();
  report.anchors.clear();
  for (auto& item : report.items) item.spread = 0;
  const auto quiet = calibration_html(report);
  CHECK_FALSE(has(quiet, "<h2>Bias from pack to pack</h2>"));
  CHECK(has(quiet, "All raters gave every defect the same level."));
}

TEST_CASE("ten disagreements are open, the others are folded") {
  auto report = calibration_sample();
  CHECK_FALSE(has(calibration_html(report), "<details>"));
  report.items.assign(13, report.items[0]);
  const auto page = calibration_html(report);
  CHECK(has(page, "<summary>3 more, with less between them</summary>"));
  CHECK(times(page, "<h3>heron: race</h3>") == 13);
}
