#include "runner/session/calibration_values.hpp"

#include <algorithm>

namespace runner::session {

std::string_view to_string(PackKind kind) { return kind == PackKind::panel ? "panel" : "calibration"; }

const PackReview* review_of(const Pack& pack, std::string_view code) {
  const auto found = std::ranges::find(pack.reviews, code, &PackReview::code);
  return found == pack.reviews.end() ? nullptr : &*found;
}

const PackRater* rater_of(const Pack& pack, std::string_view name) {
  const auto found = std::ranges::find(pack.raters, name, &PackRater::name);
  return found == pack.raters.end() ? nullptr : &*found;
}

bool is_late(const Pack& pack, const PackRater& rater) {
  return !pack.revealed_at.empty() && !rater.submitted_at.empty() && rater.submitted_at > pack.revealed_at;
}

}  // namespace runner::session
