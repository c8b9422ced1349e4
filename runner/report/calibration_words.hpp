// What every form of the calibration report says. Of this room alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/session/calibration_values.hpp"

namespace runner::report {

// One statistic of a comparison: its name, its key in JSON, and where it stands.
struct Statistic {
  std::string_view name;
  std::string_view key;
  measure::Estimate measure::Comparison::* estimate;
};
[[nodiscard]] const std::vector<Statistic>& statistics();

[[nodiscard]] std::string figure(const std::optional<double>& value);  // "0.62"; "n/a"
[[nodiscard]] std::string figure(const measure::Estimate& estimate);   // "0.62 (0.41 to 0.80)"
[[nodiscard]] std::string_view word(measure::Method method);
[[nodiscard]] std::string prevalence(const measure::Kappa& kappa);  // "missed 40%, located 5%, …"
[[nodiscard]] std::string state_of(const session::Pack& pack);  // "revealed 2026-03-17", "2 of 3 submitted"
// What the reader must know before believing the figures.
[[nodiscard]] std::vector<std::string> cautions(const session::CalibrationReport& report);
// "certified: 12 of 40 ratings; …", "earned: certified", or how long a certificate lasts.
[[nodiscard]] std::string next_step(const session::Interviewer& person, const measure::LadderPolicy& policy);

}  // namespace runner::report
