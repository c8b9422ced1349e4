// From levels to numbers. Sources: for signal detection Macmillan & Creelman, Detection Theory (2005), with
// the log-linear correction of Hautus (1995); for intervals Wilson (1927) and the bootstrap of Efron (1979).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/review/assessment.hpp"
#include "runner/review/key.hpp"

namespace runner::review {

struct Interval {
  double low = 0;
  double high = 0;
  friend bool operator==(const Interval&, const Interval&) = default;
};

// How credit is given; stored with every score. The defaults are the design's.
struct Policy {
  std::array<double, 5> credit{0, 0.15, 0.60, 0.85, 1.00};  // by Level
  double beta = 2;
  double largest_share = 0.30;  // no defect weighs more of the total than this
  double noise_free = 2;        // noise claims that cost nothing
  double noise_rate = 0.25;
  double noise_cap = 0.15;                        // the most that noise can take off
  double extra_cap = 0.10;                        // the most that valid extras can add
  std::array<double, 3> bands{0.75, 0.50, 0.30};  // strong, meets, mixed; under the last: below
  int least_countable = 3;                        // fewer countable claims: precision is "n too small"
  int least_for_subscore = 3;                     // fewer defects: found / not found instead of a share
  int bootstrap_draws = 2000;
  std::uint64_t bootstrap_seed = 1;
  friend bool operator==(const Policy&, const Policy&) = default;
};

enum class Band { strong, meets, mixed, below, more_review };
[[nodiscard]] std::string_view to_string(Band band);
[[nodiscard]] std::optional<Band> band_named(std::string_view name);

struct SubScore {
  std::string id;  // of a pattern or a skill
  int planted = 0;
  int found = 0;                   // at least identified
  std::optional<double> coverage;  // only with least_for_subscore defects or more
};

struct Counts {
  int defects = 0;
  int hits = 0;      // defects at least identified
  int relevant = 0;  // claims credited at identified or above, and valid extras
  int located = 0;   // claims credited with "located" only
  int duplicates = 0;
  int valid_extras = 0;
  int decoys = 0;        // in the key
  int decoy_hits = 0;    // distinct decoys that were hit
  int decoy_claims = 0;  // claims that hit one
  int noise = 0;
  int neutral = 0;
  int unjudged = 0;  // findings that nobody planned or has judged: not in precision
  int ambiguous = 0;
};

struct SignalDetection {
  double hit_rate = 0;          // corrected
  double false_alarm_rate = 0;  // corrected
  double d_prime = 0;
  double criterion = 0;
};

struct Stability {
  double lowest = 0;  // coverage with any one defect left out
  double highest = 0;
  bool band_moves = false;
  std::string swings_on;  // the defect whose absence moves coverage most
};

struct Scorecard {
  Counts counts;
  double coverage = 0;              // C, 0..1
  Interval coverage_interval;       // bootstrap over defects, 95 %
  Interval hit_interval;            // Wilson, hits of defects
  std::optional<double> precision;  // P; none: too few countable claims
  std::optional<Interval> precision_interval;
  std::optional<double> f_beta;
  double noise_deduction = 0;  // already taken off `score`, 0..noise_cap
  double extra_bonus = 0;
  double score = 0;                          // S, 0..100
  std::optional<SignalDetection> detection;  // none without decoys
  std::vector<SubScore> by_pattern;          // in the order of the taxonomy, only those planted
  std::vector<SubScore> by_skill;
  Stability stability;
  Band band = Band::more_review;
  std::string band_reason;
  bool approved_over_blocker = false;  // a flag beside the score, never inside it
  std::vector<std::string> unflagged_blockers;
};

[[nodiscard]] Scorecard score(const Assessment& assessment, const Key& key, Verdict verdict,
                              const Policy& policy);

// The parts, for tests and for those who need one alone.
[[nodiscard]] double f_beta(double precision, double recall, double beta);
[[nodiscard]] SignalDetection signal_detection(int hits, int signals, int false_alarms, int noises);
[[nodiscard]] Interval wilson(int successes, int trials);  // 95 %; {0, 1} without trials
[[nodiscard]] double normal_quantile(double p);            // z of 0 < p < 1
[[nodiscard]] std::vector<double> capped_weights(std::vector<double> weights,
                                                 double largest_share);  // sum to 1

}  // namespace runner::review
