// Packs, ratings and the log in the store. A pack's reviews are written once; a rater's ratings change
// until they are submitted and then never; entries of the log are only added.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/session/calibration_values.hpp"
#include "runner/session/store.hpp"

namespace runner::session {

[[nodiscard]] Checked<std::monostate> add_pack(Store& store, const Pack& pack);
// An unknown id is a fault naming the nearest. With every sheet, revealed or not: who shows it must look.
[[nodiscard]] Checked<Pack> read_pack(Store& store, std::string_view id);
[[nodiscard]] Checked<std::vector<Pack>> read_packs(Store& store);  // in the order of their making
// The panels of one attempt, revealed or not, in the same order.
[[nodiscard]] Checked<std::vector<Pack>> panels_of(Store& store, std::string_view attempt);

[[nodiscard]] Checked<std::monostate> add_rater(Store& store, std::string_view pack, const PackRater& rater);
[[nodiscard]] Checked<std::monostate> set_rater(Store& store, std::string_view pack, const PackRater& rater);
[[nodiscard]] Checked<std::monostate> set_revealed(Store& store, std::string_view pack,
                                                   std::string_view when);
// Replaces what the rater has said of this review.
[[nodiscard]] Checked<std::monostate> put_rating(Store& store, const Pack& pack, std::string_view rater,
                                                 const PackReview& review, const ReviewRating& rating);

// `entry.number` and `entry.digest` are given here.
[[nodiscard]] Checked<std::monostate> add_step(Store& store, const CalibrationStep& entry);

[[nodiscard]] Checked<CalibrationLog> read_log(Store& store);

}  // namespace runner::session
