// From new interviewer to certified, and back: a rung is earned by ratings that agree with a panel's. The
// thresholds are data that a team sets.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "runner/measure/rater.hpp"

namespace runner::measure {

// observer: reads what others rated. shadow: rates what an expert rates, then compares. reverse_shadow: rates
// first, an expert rates independently. certified: rates alone. lapsed: was certified.
enum class Rung { observer, shadow, reverse_shadow, certified, lapsed };
[[nodiscard]] std::string_view to_string(Rung rung);  // "reverse-shadow"
[[nodiscard]] std::optional<Rung> rung_named(std::string_view name);
// Where the next step leads; certified stays, lapsed returns to certified.
[[nodiscard]] Rung next_rung(Rung rung);

// What it takes to leave a rung for the next.
struct Bar {
  int packs = 0;               // read (observer) or rated since the rung was reached
  int ratings = 0;             // compared with the panel: those that count for agreement
  double weighted_kappa = -1;  // quadratic, at least
  double bias = 4;             // at most, either way, in levels
};

struct LadderPolicy {
  Bar observer{.packs = 1, .ratings = 0};
  Bar shadow{.packs = 1, .ratings = 20, .weighted_kappa = 0.40, .bias = 0.50};
  Bar reverse_shadow{.packs = 1, .ratings = 40, .weighted_kappa = 0.60, .bias = 0.25};
  Bar lapsed{.packs = 1, .ratings = 40, .weighted_kappa = 0.60, .bias = 0.25};
  int lapse_days = 183;          // since the certificate, or since the last pack rated at the bar
  int failed_anchors = 2;        // so many since the certificate end it
  double anchor_distance = 0.5;  // mean levels between then and now: above it an anchor is failed
  int anchor_days = 90;          // an earlier review comes back after so long at the soonest
};
[[nodiscard]] const Bar* bar_of(const LadderPolicy& policy, Rung rung);  // null for certified

// What is known of one person, as far as it bears on the rung.
struct Progress {
  Rung rung = Rung::observer;
  int packs = 0;                 // since the rung was reached
  std::vector<RatedPair> pairs;  // against the panel; since lapsed or enrolled
  int failed_anchors = 0;        // since certified
  int days_since_certified = 0;  // or since the last pack at the bar
};

struct Measured {
  int ratings = 0;
  std::optional<double> weighted_kappa;
  std::optional<double> bias;
};

enum class Missing { packs, ratings, weighted_kappa, bias };
enum class Lapse { no, too_long, anchors };
struct Standing {
  Measured measured;
  std::vector<Missing> missing;  // for the next rung; empty: it is earned
  Lapse lapse = Lapse::no;
};
[[nodiscard]] Standing standing(const Progress& progress, const LadderPolicy& policy);

// An anchor's mean distance between two ratings by the same person.
[[nodiscard]] double anchor_distance(const std::vector<RatedPair>& then_and_now);

}  // namespace runner::measure
