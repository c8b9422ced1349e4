// The ladder as it is read: the log and the packs together, and where they put each person. Nothing is
// changed here.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "runner/session/calibration_values.hpp"
#include "runner/session/store.hpp"

namespace runner::session {

inline constexpr std::string_view ladder_step = "rung";            // CalibrationStep::what of such an entry
inline constexpr std::string_view report_reading = "report read";  // the same, of who read a report

struct Ledger {
  CalibrationLog log;
  std::vector<Pack> packs;
  measure::LadderPolicy policy;
  std::string now;
};
[[nodiscard]] Checked<Ledger> ledger_of(const House& house, Store& store, const std::string& now);

// The rung that the log gives; observer for who is not in it.
[[nodiscard]] measure::Rung rung_in(const CalibrationLog& log, const std::string& name);
[[nodiscard]] Interviewer interviewer_in(const Ledger& ledger, const std::string& name);
[[nodiscard]] std::set<std::string> people_in(const Ledger& ledger);  // who has a rung, or has read or rated

}  // namespace runner::session
