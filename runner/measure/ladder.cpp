#include "runner/measure/ladder.hpp"

#include <array>
#include <cmath>
#include <cstdlib>

namespace runner::measure {
namespace {

struct Name {
  Rung rung;
  std::string_view name;
};
constexpr std::array<Name, 5> names{{{Rung::observer, "observer"},
                                     {Rung::shadow, "shadow"},
                                     {Rung::reverse_shadow, "reverse-shadow"},
                                     {Rung::certified, "certified"},
                                     {Rung::lapsed, "lapsed"}}};

Measured measured(const std::vector<RatedPair>& pairs) {
  Measured result{.ratings = static_cast<int>(pairs.size())};
  if (pairs.empty()) return result;
  Confusion table(levels, std::vector<int>(levels, 0));
  double apart = 0;
  for (const auto& pair : pairs) {
    ++table[static_cast<std::size_t>(pair.rater)][static_cast<std::size_t>(pair.reference)];
    apart += pair.rater - pair.reference;
  }
  result.weighted_kappa = weighted_kappa(table, Weighting::quadratic);
  result.bias = apart / static_cast<double>(pairs.size());
  return result;
}

std::vector<Missing> missing(const Bar& bar, const Progress& progress, const Measured& measured) {
  std::vector<Missing> result;
  if (progress.packs < bar.packs) result.push_back(Missing::packs);
  if (measured.ratings < bar.ratings) result.push_back(Missing::ratings);
  if (bar.ratings == 0) return result;
  // n/a is not agreement: who never told one level from another has shown nothing.
  if (!measured.weighted_kappa || *measured.weighted_kappa < bar.weighted_kappa)
    result.push_back(Missing::weighted_kappa);
  if (!measured.bias || std::abs(*measured.bias) > bar.bias) result.push_back(Missing::bias);
  return result;
}

}  // namespace

std::string_view to_string(Rung rung) { return names.at(static_cast<std::size_t>(rung)).name; }

std::optional<Rung> rung_named(std::string_view name) {
  for (const auto& each : names)
    if (each.name == name) return each.rung;
  return std::nullopt;
}

Rung next_rung(Rung rung) {
  switch (rung) {
    case Rung::observer:
      return Rung::shadow;
    case Rung::shadow:
      return Rung::reverse_shadow;
    case Rung::reverse_shadow:
    case Rung::certified:
    case Rung::lapsed:
      return Rung::certified;
  }
  return Rung::observer;
}

const Bar* bar_of(const LadderPolicy& policy, Rung rung) {
  switch (rung) {
    case Rung::observer:
      return &policy.observer;
    case Rung::shadow:
      return &policy.shadow;
    case Rung::reverse_shadow:
      return &policy.reverse_shadow;
    case Rung::lapsed:
      return &policy.lapsed;
    case Rung::certified:
      return nullptr;
  }
  return nullptr;
}

Standing standing(const Progress& progress, const LadderPolicy& policy) {
  Standing result{.measured = measured(progress.pairs)};
  if (const Bar* bar = bar_of(policy, progress.rung)) {
    result.missing = missing(*bar, progress, result.measured);
    return result;
  }
  if (progress.failed_anchors >= policy.failed_anchors)
    result.lapse = Lapse::anchors;
  else if (progress.days_since_certified > policy.lapse_days)
    result.lapse = Lapse::too_long;
  return result;
}

double anchor_distance(const std::vector<RatedPair>& then_and_now) {
  if (then_and_now.empty()) return 0;
  double apart = 0;
  for (const auto& pair : then_and_now) apart += std::abs(pair.rater - pair.reference);
  return apart / static_cast<double>(then_and_now.size());
}

}  // namespace runner::measure
