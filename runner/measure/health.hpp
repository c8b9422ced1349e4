// Item analysis of one exercise from what its attempts scored: which defects are too easy, too hard, found
// for the wrong reason, known beforehand. Classical test theory (Crocker & Algina 1986); nothing but counts
// below 30 attempts, "wide" below 100.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runner/measure/capture.hpp"
#include "runner/measure/drift.hpp"
#include "runner/measure/reliability.hpp"
#include "runner/measure/resample.hpp"
#include "runner/review/score.hpp"

namespace runner::measure {

inline constexpr int least_attempts = 30;  // fewer: counts only
inline constexpr int wide_attempts = 100;  // fewer: figures are marked as wide
inline constexpr int many_attempts = 200;  // an item that so many have seen may be passed on
inline constexpr signed char not_planted = -1;

// A claim about something nobody planted: right, or told closely and not judged yet.
struct Extra {
  std::string class_id;
  std::string path;
  int line = 0;  // 0: the file as a whole
  bool judged = true;
};

struct Response {
  std::vector<signed char> levels;  // by item, 0 to 4, or not_planted
  double coverage = 0;              // of the whole attempt, as scored
  double minutes = 0;               // from start to submission; 0: not known
  int time_factor = 100;            // percent of the usual time that they were given
  std::vector<Extra> extras;
};

struct ItemInfo {
  std::string id;
  int position = -1;  // its file's place in the order in which the candidate saw the files; -1: in none
};

// In the order of submission.
struct Responses {
  std::vector<ItemInfo> items;
  std::vector<Response> rows;
};

enum class Sample { counts_only, wide, full };
[[nodiscard]] Sample sample_of(int attempts);

enum class Direction { none, up, down };

struct ItemHealth {
  ItemInfo info;
  int seen = 0;     // attempts for which it was planted: its exposure
  int found = 0;    // identified or above
  int located = 0;  // stuck there
  Sample sample = Sample::counts_only;
  // The rest is none below least_attempts.
  std::optional<double> difficulty;  // share that found it: high is easy
  std::optional<review::Interval> difficulty_interval;
  Estimate discrimination;  // corrected point-biserial
  std::optional<double> located_share;
  std::optional<double> drift;          // the chart's highest point, in standard deviations
  Direction alarm = Direction::none;    // up: found more and more often, it may have leaked
  std::optional<std::size_t> alarm_at;  // the attempt, counted from 0 among those that had it
  bool exposed = false;                 // seen by many_attempts or more
};

// Extras of one class near one place, by several candidates: a defect that the author did not plan.
struct Cluster {
  std::string class_id;
  std::string path;
  int first_line = 0;
  int last_line = 0;
  int attempts = 0;
  bool judged = false;  // somebody or the detectors confirmed one of them
};

// Attempts for which the same defects were planted.
struct Variant {
  std::vector<std::string> planted;
  int attempts = 0;
  std::optional<double> mean;  // share found of what was planted; none below least_attempts
  // On the items that it shares with the most frequent variant, how much better its candidates did; then its
  // mean without that. None without common items or below least_attempts.
  std::optional<double> ability;
  std::optional<double> equated;
};

struct Unknown {
  Capture capture;  // distinct judged extras of the odd and the even attempts
  Population population;
  std::optional<double> mills;  // indigenous defects, by the share of the planted that a reviewer finds
};

// Attempts that were given the same time: whether those with more of it did as well.
struct TimeGroup {
  int factor = 100;  // percent
  int attempts = 0;
  std::optional<double> coverage;  // mean; none below least_attempts
};

struct ExerciseHealth {
  int attempts = 0;
  Sample sample = Sample::counts_only;
  std::vector<ItemHealth> items;
  int common_items = 0;                   // planted for every attempt: reliability is theirs
  Reliability reliability;                // of found or not: KR-20
  std::optional<double> position_effect;  // correlation of a file's place with the share found in it
  std::optional<double> time_effect;      // correlation of minutes with coverage
  std::vector<TimeGroup> time_groups;     // by factor
  Direction alarm = Direction::none;      // of coverage as a whole
  std::optional<std::size_t> alarm_at;
  std::vector<Cluster> clusters;
  std::vector<Variant> variants;  // the most frequent first
  std::optional<Unknown> unknown;
};

[[nodiscard]] ExerciseHealth health(const Responses& responses, const Resampling& how = {});

// The parts.
[[nodiscard]] std::vector<Cluster> clusters_of(const Responses& responses);
[[nodiscard]] std::vector<Variant> variants_of(const Responses& responses);
[[nodiscard]] std::optional<Unknown> unknown_in(const Responses& responses);

}  // namespace runner::measure
