// What people decided about an attempt, in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/report/style.hpp"
#include "runner/session/values.hpp"

namespace runner::report {

// "ana accepted c3.1:missing-index as identified": without the reason and without the date.
[[nodiscard]] std::string deed(const review::Decision& decision);
// "The program had said located, score 0.47."; "" for a withdrawal.
[[nodiscard]] std::string said_before(const review::Decision& decision);
// All of it: deed, date, reason, and what the program had said.
[[nodiscard]] std::string decision_sentence(const review::Decision& decision);

[[nodiscard]] bool stands(const session::Scored& scored, const review::Decision& decision);
// Those about one defect, oldest first, withdrawn ones too.
[[nodiscard]] std::vector<const review::Decision*> decisions_about(const session::Scored& scored,
                                                                   std::string_view defect);

// "A person's word stands in this score: ana (2), ben (1)."; "" when nobody decided anything.
[[nodiscard]] std::string people_note(const session::Scored& scored);

[[nodiscard]] std::string decisions_text(const session::Scored& scored,
                                         const Style& style);  // a section, or ""
// Lines for one defect: the decisions that stand.
[[nodiscard]] std::vector<std::string> standing_sentences(const session::Scored& scored,
                                                          std::string_view defect);

// The log of all decisions, for an auditor: no candidate's name is in it, but what they wrote is quoted.
[[nodiscard]] std::string journals_text(const std::vector<session::Journal>& journals, const Style& style);
[[nodiscard]] std::string journals_json(const std::vector<session::Journal>& journals);

}  // namespace runner::report
