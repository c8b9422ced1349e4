#include "runner/session/calibration_values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace runner::session {
namespace {

std::string signed_figure(const std::optional<double>& value) {
  return value ? fmt::format("{:+.2f}", *value) : "n/a";
}
std::string figure(const std::optional<double>& value) {
  return value ? fmt::format("{:.2f}", *value) : "n/a";
}

std::string needed(const Interviewer& person, const measure::Bar& bar, measure::Missing what) {
  const auto& found = person.standing.measured;
  switch (what) {
    case measure::Missing::packs:
      return fmt::format("{} of {} packs {}", person.packs, bar.packs,
                         person.rung == measure::Rung::observer ? "read" : "rated");
    case measure::Missing::ratings:
      return fmt::format("{} of {} ratings", found.ratings, bar.ratings);
    case measure::Missing::weighted_kappa:
      return fmt::format("weighted kappa of at least {:.2f}, now {}", bar.weighted_kappa,
                         figure(found.weighted_kappa));
    case measure::Missing::bias:
      return fmt::format("bias of at most {:.2f} either way, now {}", bar.bias, signed_figure(found.bias));
  }
  return {};
}

}  // namespace

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

std::vector<std::string> still_needed(const Interviewer& person, const measure::Bar& bar) {
  std::vector<std::string> parts;
  for (const auto what : person.standing.missing) parts.push_back(needed(person, bar, what));
  return parts;
}

}  // namespace runner::session
