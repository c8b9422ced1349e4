// Calibration for the faces: packs, the blind page of a review, the report of a revealed pack, panels, the
// ladder, the log.
#pragma once

#include <string>
#include <vector>

#include "detectors/source/fault.hpp"
#include "runner/report/style.hpp"
#include "runner/session/calibration_values.hpp"
#include "runner/session/values.hpp"

namespace runner::report {

[[nodiscard]] std::string packs_text(const std::vector<session::Pack>& packs, const Style& style);
[[nodiscard]] std::string packs_json(const std::vector<session::Pack>& packs);
// One pack as it may be seen by `viewer`, with what they have rated.
[[nodiscard]] std::string pack_text(const session::Pack& pack, const std::string& viewer, const Style& style);
[[nodiscard]] std::string pack_json(const session::Pack& pack, const std::string& viewer);

// A frozen review as who judges it may see it: nothing is left in it of what the program made of it, nor of
// the decoys.
[[nodiscard]] detectors::source::Checked<session::Scored> read_blind(const session::PackReview& review);

// What a rater sees of a review: the change, the comments, the planted defects; nothing of what the program
// made of them.
[[nodiscard]] std::string blind_text(const session::Scored& scored, const Style& style);
[[nodiscard]] std::string blind_html(const session::Scored& scored);
[[nodiscard]] std::string blind_sections(
    const session::Scored& scored);  // of that page: HTML for another frame
[[nodiscard]] std::string blind_json(const session::Scored& scored);

[[nodiscard]] std::string calibration_text(const session::CalibrationReport& report, const Style& style);
[[nodiscard]] std::string calibration_json(const session::CalibrationReport& report);
[[nodiscard]] std::string calibration_html(const session::CalibrationReport& report);

[[nodiscard]] std::string panel_text(const session::Pack& pack, const session::PanelResult& result,
                                     const Style& style);
[[nodiscard]] std::string panel_json(const session::Pack& pack, const session::PanelResult& result);

[[nodiscard]] std::string ladder_text(const std::vector<session::Interviewer>& people,
                                      const measure::LadderPolicy& policy, const Style& style);
[[nodiscard]] std::string ladder_json(const std::vector<session::Interviewer>& people,
                                      const measure::LadderPolicy& policy);

[[nodiscard]] std::string log_text(const session::CalibrationLog& log, const Style& style);
[[nodiscard]] std::string log_json(const session::CalibrationLog& log);

}  // namespace runner::report
