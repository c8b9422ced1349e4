// The sentences around the numbers of a score, the same in every form of report. Of this room alone.
#pragma once

#include <string>
#include <string_view>

#include "runner/session/values.hpp"

namespace runner::report {

// "4 of 7 planted defects identified or better (95%: 25% to 84%)"
[[nodiscard]] std::string coverage_note(const review::Scorecard& card);
// "5 of 8 claims that count were relevant"
[[nodiscard]] std::string precision_note(const review::Scorecard& card);
// "coverage 51.6, less 2.0 for noise, plus 1.5 for valid extras"
[[nodiscard]] std::string score_note(const review::Scorecard& card);
// "F2 0.53: precision and coverage in one number, ..."
[[nodiscard]] std::string f_note(const session::Scored& scored);
[[nodiscard]] std::string detection_note(const review::Scorecard& card);  // d' and c, and what they mean
[[nodiscard]] std::string verdict_flag(const session::Scored& scored);    // "" or "Approved although ..."
// A sentence of the judge's, with titles in quotes where it names defects by their ids.
[[nodiscard]] std::string with_titles(const session::Scored& scored, std::string_view text);
[[nodiscard]] std::string band_note(const session::Scored& scored);
[[nodiscard]] std::string stability_note(const session::Scored& scored);

}  // namespace runner::report
