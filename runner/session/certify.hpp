// The ladder of interviewers: where each stands, by what they have rated. Every step is an entry of the
// log, and the log is where the rungs are read from.
#pragma once

#include <string>
#include <vector>

#include "runner/session/calibration_values.hpp"
#include "runner/session/house.hpp"
#include "runner/session/store.hpp"

namespace runner::session {

// A team's own thresholds: ladder.toml beside the store; the defaults where there is none. Unknown keys and
// values out of range are faults.
[[nodiscard]] Checked<measure::LadderPolicy> ladder_policy(const House& house);

// The rung that the log gives; observer for who is not in it.
[[nodiscard]] Checked<measure::Rung> rung_of(Store& store, const std::string& name);

// Everybody who has a rung or has rated, by name. A certificate that has ended is entered into the log as a
// step to "lapsed", by the program.
[[nodiscard]] Checked<std::vector<Interviewer>> interviewers(const House& house, const std::string& when);

struct StepRequest {
  std::string name, by, when;
  std::string reason;
};
// To the next rung, when its bar is met; a fault names what is still needed.
[[nodiscard]] Checked<Interviewer> promote(const House& house, const StepRequest& request);
// Onto any rung without a bar: for the first experts of a team. A reason is needed.
[[nodiscard]] Checked<Interviewer> enrol(const House& house, const StepRequest& request, measure::Rung rung);

// Who read a pack's report: what an observer does. Noted once.
[[nodiscard]] Checked<std::monostate> note_reading(const House& house, const std::string& pack,
                                                   const std::string& by, const std::string& when);

[[nodiscard]] Checked<CalibrationLog> calibration_log(const House& house);

}  // namespace runner::session
