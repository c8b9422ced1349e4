#include "runner/review/band.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "runner/review/bootstrap.hpp"

namespace runner::review {
namespace {

constexpr std::array<std::string_view, 5> band_names{"strong", "meets", "mixed", "below", "more review"};

double credit_of(Level level, const Policy& policy) {
  return policy.credit.at(static_cast<std::size_t>(level));
}

double share_of(const std::vector<GradedDefect>& defects, const Adjustment& adjustment,
                const Policy& policy) {
  return adjusted(coverage_of(defects, policy), adjustment);
}

std::vector<GradedDefect> without(const std::vector<GradedDefect>& defects, std::size_t left_out) {
  std::vector<GradedDefect> rest = defects;
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
  return rest;
}

// The ambiguous ones decided against the candidate (in the place and no more), or for them.
enum class Lean { against, towards };
std::vector<GradedDefect> settled(std::vector<GradedDefect> defects, Lean lean) {
  for (GradedDefect& defect : defects) {
    if (!defect.ambiguous) continue;
    defect.level = lean == Lean::against ? std::min(defect.level, Level::located)
                                         : std::max(defect.level, defect.at_best);
  }
  return defects;
}

std::optional<std::string> ambiguity(const std::vector<GradedDefect>& defects, const Adjustment& adjustment,
                                     const Policy& policy) {
  const Band worst = plain_band(share_of(settled(defects, Lean::against), adjustment, policy), policy);
  const Band best = plain_band(share_of(settled(defects, Lean::towards), adjustment, policy), policy);
  if (worst == best) return std::nullopt;
  const auto open =
      std::count_if(defects.begin(), defects.end(), [](const GradedDefect& d) { return d.ambiguous; });
  return fmt::format("{} ambiguous match{} for a person to decide: the band is {} or {} by how {}.", open,
                     open == 1 ? "" : "es", to_string(worst), to_string(best),
                     open == 1 ? "it is" : "they are");
}

// The bands that leaving one defect out leads to.
struct Swing {
  Band lowest;  // "below" is the greatest of the enumeration
  Band highest;
  std::string to_lower;  // the defect without which the band falls, or ""
  std::string to_higher;
};
Swing swing_of(const std::vector<GradedDefect>& defects, Band plain, const Adjustment& adjustment,
               const Policy& policy) {
  Swing swing{.lowest = plain, .highest = plain};
  for (std::size_t i = 0; i < defects.size(); ++i) {
    const Band band = plain_band(share_of(without(defects, i), adjustment, policy), policy);
    if (band > swing.lowest) swing.lowest = band, swing.to_lower = defects[i].id;
    if (band < swing.highest) swing.highest = band, swing.to_higher = defects[i].id;
  }
  return swing;
}

BandDecision weighed(Band plain, double share, const Swing& swing) {
  const bool falls = swing.lowest != plain;
  const bool rises = swing.highest != plain;
  const int span = static_cast<int>(swing.lowest) - static_cast<int>(swing.highest);
  if ((falls && rises) || span > 1)
    return {
        Band::more_review,
        fmt::format("One defect more or less decides: the band is \"{}\" without {} and \"{}\" without {}.",
                    to_string(falls ? swing.lowest : plain), falls ? swing.to_lower : "any other",
                    to_string(rises ? swing.highest : plain), rises ? swing.to_higher : "any other")};
  std::string reason = fmt::format("A score of {:.1f} gives the band \"{}\"", 100 * share, to_string(plain));
  if (falls)
    reason += fmt::format("; without {} it would be \"{}\"", swing.to_lower, to_string(swing.lowest));
  if (rises)
    reason += fmt::format("; without {} it would be \"{}\"", swing.to_higher, to_string(swing.highest));
  return {plain, reason + "."};
}

}  // namespace

std::string_view to_string(Band band) { return band_names.at(static_cast<std::size_t>(band)); }

std::optional<Band> band_named(std::string_view name) {
  const auto* found = std::ranges::find(band_names, name);
  return found == band_names.end() ? std::nullopt
                                   : std::optional(static_cast<Band>(found - band_names.begin()));
}

double coverage_of(const std::vector<GradedDefect>& defects, const Policy& policy) {
  std::vector<double> weights;
  for (const GradedDefect& defect : defects) weights.push_back(defect.weight);
  const std::vector<double> shares = capped_weights(std::move(weights), policy.largest_share);
  double coverage = 0;
  for (std::size_t i = 0; i < defects.size(); ++i)
    coverage += shares[i] * credit_of(defects[i].level, policy);
  // The shares sum to 1 but for rounding, and full marks must be exactly that.
  return std::min(coverage > 1 - 1e-12 ? 1 : coverage, 1.0);
}

double adjusted(double coverage, const Adjustment& adjustment) {
  return std::clamp(coverage - adjustment.deduction + adjustment.bonus, 0.0, 1.0);
}

Band plain_band(double score_share, const Policy& policy) {
  constexpr double rounding = 1e-9;  // 0.75 reached by a sum of thirds is 0.75
  for (std::size_t i = 0; i < policy.bands.size(); ++i)
    if (score_share >= policy.bands.at(i) - rounding) return static_cast<Band>(i);
  return Band::below;
}

Stability stability_of(const std::vector<GradedDefect>& defects, const Adjustment& adjustment,
                       const Policy& policy) {
  const double whole = coverage_of(defects, policy);
  const Band band = plain_band(adjusted(whole, adjustment), policy);
  Stability result{.lowest = whole, .highest = whole};
  if (defects.size() < 2) return result;
  double largest = 0;
  for (std::size_t i = 0; i < defects.size(); ++i) {
    const double rest = coverage_of(without(defects, i), policy);
    result.lowest = std::min(result.lowest, rest);
    result.highest = std::max(result.highest, rest);
    result.band_moves = result.band_moves || plain_band(adjusted(rest, adjustment), policy) != band;
    if (std::abs(rest - whole) <= largest + 1e-12) continue;
    largest = std::abs(rest - whole);
    result.swings_on = defects[i].id;
  }
  return result;
}

BandDecision decide_band(const std::vector<GradedDefect>& defects, const Adjustment& adjustment,
                         const Policy& policy) {
  if (static_cast<int>(defects.size()) < policy.least_for_subscore)
    return {Band::more_review,
            fmt::format("{} planted: too little evidence for a band; it takes at least {}.",
                        defects.size() == 1 ? "1 defect was" : fmt::format("{} defects were", defects.size()),
                        policy.least_for_subscore)};
  if (auto reason = ambiguity(defects, adjustment, policy)) return {Band::more_review, *std::move(reason)};
  const double share = share_of(defects, adjustment, policy);
  const Band plain = plain_band(share, policy);
  return weighed(plain, share, swing_of(defects, plain, adjustment, policy));
}

}  // namespace runner::review
