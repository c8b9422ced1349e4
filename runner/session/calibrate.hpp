// Calibration packs: made, rated blind, revealed to all at once. The face renders and reads the frozen
// documents; what may be seen by whom is decided here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/session/calibration_values.hpp"
#include "runner/session/house.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

inline constexpr std::size_t least_reviews = 6;
inline constexpr std::size_t most_reviews = 10;

// Bird names in an order of the pack's own.
[[nodiscard]] std::vector<std::string> code_names(std::string_view pack, std::size_t count);

// The score with nothing left that tells whose it is: names (in what was written too), times, folder,
// commits.
[[nodiscard]] Scored blinded(Scored scored, const std::string& code);

// A review for a pack; `document` is score_json of the blinded score. With known levels for a sample of the
// bank, and for an attempt that a panel has decided. Faults: an attempt that is still open.
[[nodiscard]] Checked<PackReview> freeze(const House& house, const Scored& scored, const std::string& code,
                                         std::string document);

struct PackRequest {
  std::string id;
  PackKind kind = PackKind::calibration;
  std::string by, when;
  std::vector<std::string> raters;
  std::string adjudicator;  // panel
  bool program_rates = true;
  std::vector<PackReview> reviews;
};
// Faults: an id that is taken or is no name, too few or too many reviews, the same review twice, no rater,
// somebody named twice.
[[nodiscard]] Checked<PackMade> make_pack(const House& house, const PackRequest& request);

// Reviews of revealed packs at least `days` old, oldest first, that none of `taken` is: to be served again.
[[nodiscard]] Checked<std::vector<PackReview>> anchors_to_serve(const House& house, std::string_view when,
                                                                int days,
                                                                const std::vector<std::string>& taken);

// As `viewer` may see it: before the reveal nobody's ratings but their own, neither the program's levels nor
// the known ones, and not where a review comes from. "": nobody in particular.
[[nodiscard]] Checked<Pack> find_pack(const House& house, std::string_view id, std::string_view viewer);
[[nodiscard]] Checked<std::vector<Pack>> list_packs(const House& house);

enum class Submit { no, yes };
struct RateRequest {
  std::string pack, by, when;
  Sheet sheet;  // what is not in it stays as it was
  Submit submit = Submit::no;
};
// The pack as the rater now sees it. Faults: who is no rater of it, who has submitted; a sheet that is
// submitted with something missing (each place is named).
[[nodiscard]] Checked<Pack> rate(const House& house, const RateRequest& request);

[[nodiscard]] Checked<Pack> join(const House& house, std::string_view pack, const std::string& name,
                                 const std::string& when);

struct RevealRequest {
  std::string pack, by, when;
  std::vector<std::string> without;  // raters who are not waited for
  std::string reason;                // why; needed with `without`
};
[[nodiscard]] Checked<Pack> reveal(const House& house, const RevealRequest& request);

// The report of a revealed pack; one that is not is a fault that says who has not submitted.
[[nodiscard]] Checked<CalibrationReport> calibration_report(const House& house, std::string_view pack,
                                                            const measure::Resampling& how = {});

// Where two differed, the adjudicator decides: `sheet` names those defects only.
[[nodiscard]] Checked<Pack> adjudicate(const House& house, const RateRequest& request);
[[nodiscard]] PanelResult panel_result(const Pack& pack, const review::Key& key,
                                       const review::Policy& policy);

[[nodiscard]] std::optional<Fault> fault_in_name(std::string_view what, const std::string& name);

}  // namespace runner::session
