// A chart that sums up small departures until they matter: Page (1954), in the tabular form of Montgomery,
// Introduction to Statistical Quality Control, chapter 9.
#pragma once

#include <optional>
#include <vector>

namespace runner::measure {

struct CusumPlan {
  double slack = 0.5;     // K, in standard deviations: what is let pass each time
  double decision = 5.0;  // H, in standard deviations: where the alarm goes off
};

struct Cusum {
  std::vector<double> up;                 // C+, in standard deviations, one a value
  std::vector<double> down;               // C-, the same
  std::optional<std::size_t> first_up;    // index of the value at which C+ first passed H
  std::optional<std::size_t> first_down;  // the same for C-
};
// No chart where the deviation is 0.
[[nodiscard]] Cusum cusum(const std::vector<double>& values, double target, double deviation,
                          const CusumPlan& plan = {});

}  // namespace runner::measure
