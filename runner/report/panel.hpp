// A panel's word in a report: who rated what, and what came of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/report/style.hpp"
#include "runner/session/values.hpp"

namespace runner::report {

[[nodiscard]] std::vector<std::string> raters_in(const session::PanelWord& word);  // as they stand in it
// "all agree", or "cai decided located: \"only near it\"".
[[nodiscard]] std::string panel_decision(const session::PanelDefect& defect);

// "A panel's word stands in this score: final, rated by ana, ben and seedfault. …"; "" without a panel.
[[nodiscard]] std::string panel_note(const session::Scored& scored);
// Of one defect: "identified by ana and missed by ben; cai decided located: \"only near it\". …"; "" where no
// panel rated it.
[[nodiscard]] std::string panel_sentence(const session::Scored& scored, std::string_view defect);

}  // namespace runner::report
