#include "runner/report/calibration_charts.hpp"

#include <doctest/doctest.h>

#include "calibration_sample.hpp"
#include "forms.hpp"

using namespace runner::report;

TEST_CASE("the heat map: a chart a review, a row a rater and the program and the known, empty boxes too") {
  const auto map = heat_map(calibration_sample());
  CHECK(times(map, "<svg") == 2);
  CHECK(times(map, "class=\"none\"") == 1);        // cai did not rate heron's race
  CHECK(times(map, "class=\"heat") == 3 * 5 - 1);  // three items, five rows
  CHECK(times(map, "class=\"heat l4\"") == 1);     // ana
  CHECK(times(map, ">seedfault</text>") == 2);
  CHECK(times(map, ">known</text>") == 2);
  CHECK(times(map, "<cai>") == 0);
  CHECK(times(map, "&lt;cai&gt;") == 2);
  CHECK(times(map, "Payments &amp; refunds") == 2);
  auto unknown = calibration_sample();
  for (auto& item : unknown.items) item.gold.reset();
  CHECK(times(heat_map(unknown), ">known</text>") == 0);
}

TEST_CASE("the bias chart: a dot and a reach for each rater; what is further off than the axis stays on it") {
  auto report = calibration_sample();
  const auto chart = bias_chart(report);
  CHECK(times(chart, "class=\"dot\"") == 3);
  CHECK(times(chart, "class=\"zero\"") == 1);
  CHECK(times(chart, ">0.50</text>") == 1);   // ana
  CHECK(times(chart, ">-0.50</text>") == 1);  // ben
  report.raters[0].panel.bias = {.value = 3.5, .interval = runner::measure::Interval{3, 4}};
  CHECK(times(bias_chart(report), "cx=\"550.0\"") == 1);  // the axis ends there
  report.raters[0].panel.bias = {};
  CHECK(times(bias_chart(report), ">n/a</text>") == 1);
}

TEST_CASE("drift needs two packs; who has no point has no line") {
  auto report = calibration_sample();
  const auto chart = drift_chart(report);
  CHECK(times(chart, "<polyline") == 1);
  CHECK(times(chart, "class=\"dot\"") == 2);
  CHECK(times(chart, ">spring</text>") == 1);
  report.drift[0].points.pop_back();
  CHECK(drift_chart(report).empty());
}
