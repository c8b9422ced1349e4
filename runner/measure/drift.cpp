#include "runner/measure/drift.hpp"

#include <algorithm>

namespace runner::measure {

Cusum cusum(const std::vector<double>& values, double target, double deviation, const CusumPlan& plan) {
  Cusum result;
  if (deviation <= 0) return result;
  double up = 0;
  double down = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double apart = (values[i] - target) / deviation;
    up = std::max(0.0, up + apart - plan.slack);
    down = std::max(0.0, down - apart - plan.slack);
    result.up.push_back(up);
    result.down.push_back(down);
    if (!result.first_up && up > plan.decision) result.first_up = i;
    if (!result.first_down && down > plan.decision) result.first_down = i;
  }
  return result;
}

}  // namespace runner::measure
