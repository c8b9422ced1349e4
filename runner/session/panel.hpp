// A panel's result as part of a score: where a panel has decided an attempt, its levels are the score's. The
// claims stay what they are, for a panel rates defects and not claims.
#pragma once

#include <optional>
#include <string_view>

#include "runner/session/calibration_values.hpp"
#include "runner/session/store.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

// One defect of a revealed panel.
[[nodiscard]] PanelDefect panel_defect(const Pack& pack, const PackReview& review, std::size_t defect);

// The newest panel of the attempt that is revealed and has nothing open; none where there is no such.
[[nodiscard]] Checked<std::optional<PanelWord>> panel_word(Store& store, std::string_view attempt);

// Puts the panel's levels into the score, and computes its numbers from them. A defect that the panel did not
// rate keeps its level.
[[nodiscard]] Scored with_panel(Scored scored, PanelWord word);
// The score as it would be without its panel: what the matching and single people's decisions say.
[[nodiscard]] Scored without_panel(Scored scored);

}  // namespace runner::session
