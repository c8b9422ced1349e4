// Ratings of packs as pairs of levels: what the statistics take. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/session/calibration_values.hpp"

namespace runner::session {

// panel: the middle of the other raters. experts: of those who were certified, else the known level, else as
// panel. gold: the known level.
enum class Reference { panel, experts, gold, program };

// One pair for each defect that the rater and the reference both rated; nothing of who was late counts as
// reference.
[[nodiscard]] std::vector<measure::RatedPair> pairs_against(const Pack& pack, std::string_view rater,
                                                            Reference reference);
// The program's levels against the known ones.
[[nodiscard]] std::vector<measure::RatedPair> program_pairs(const Pack& pack);

// Reviews of `pack` that the rater had rated in an earlier pack: the levels now and then.
[[nodiscard]] std::vector<AnchorResult> anchors_of(const Pack& pack, const std::vector<Pack>& all,
                                                   std::string_view rater, double allowed);

[[nodiscard]] std::vector<RatedItem> items_of(const Pack& pack, const std::vector<std::string>& raters);
[[nodiscard]] std::vector<std::string> raters_who_submitted(const Pack& pack);

}  // namespace runner::session
