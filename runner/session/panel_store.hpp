// Packs, ratings and the log in the store. A pack's reviews are written once; a rater's ratings change
// until they are submitted and then never; entries of the log are only added.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/session/calibration_values.hpp"
#include "runner/session/database.hpp"
#include "runner/session/house.hpp"

namespace runner::session {

class PanelStore {
 public:
  // Opens the store's file, brought up to date by Store.
  [[nodiscard]] static Checked<PanelStore> open(const House& house);
  [[nodiscard]] Checked<Transaction> begin() { return Transaction::begin(database_); }
  [[nodiscard]] Database& database() { return database_; }

 private:
  explicit PanelStore(Database database) : database_(std::move(database)) {}
  Database database_;
};

[[nodiscard]] Checked<std::monostate> add_pack(PanelStore& store, const Pack& pack);
// An unknown id is a fault naming the nearest. With every sheet, revealed or not: who shows it must look.
[[nodiscard]] Checked<Pack> read_pack(PanelStore& store, std::string_view id);
[[nodiscard]] Checked<std::vector<Pack>> read_packs(PanelStore& store);  // in the order of their making

[[nodiscard]] Checked<std::monostate> add_rater(PanelStore& store, std::string_view pack,
                                                const PackRater& rater);
[[nodiscard]] Checked<std::monostate> set_rater(PanelStore& store, std::string_view pack,
                                                const PackRater& rater);
[[nodiscard]] Checked<std::monostate> set_revealed(PanelStore& store, std::string_view pack,
                                                   std::string_view when);
// Replaces what the rater has said of this review.
[[nodiscard]] Checked<std::monostate> put_rating(PanelStore& store, const Pack& pack, std::string_view rater,
                                                 const PackReview& review, const ReviewRating& rating);

// `entry.number` and `entry.digest` are given here.
[[nodiscard]] Checked<std::monostate> add_step(PanelStore& store, const CalibrationStep& entry);

[[nodiscard]] Checked<CalibrationLog> read_log(PanelStore& store);

[[nodiscard]] std::optional<review::Band> band_named(std::string_view name);

}  // namespace runner::session
