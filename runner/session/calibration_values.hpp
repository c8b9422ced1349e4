// Calibration as values: packs of frozen reviews, who rates them, what they said, and what became of people
// on the ladder.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "runner/measure/ladder.hpp"
#include "runner/measure/rater.hpp"
#include "runner/review/assessment.hpp"
#include "runner/review/score.hpp"
#include "runner/session/panel_values.hpp"

namespace runner::session {

// calibration: several reviews, to see how far people agree. panel: one attempt, rated by two and decided.
enum class PackKind { calibration, panel };
[[nodiscard]] std::string_view to_string(PackKind kind);

struct PackReview {
  std::string code;                  // a bird; all that raters are told of whose it is
  std::string source;                // an attempt's id, or "<exercise>/<sample>"
  std::string title;                 // of the exercise
  std::vector<std::string> defects;  // ids, in the key's order
  std::vector<Level> program;        // by defect
  std::vector<Level> gold;           // by defect, known beforehand; empty: not known
  review::Band program_band = review::Band::more_review;
  std::string anchor;    // "<pack>:<code>" of the same review in an earlier pack, or ""
  std::string document;  // the score as it was when the pack was made, with names replaced: frozen
};

enum class PackRole { rater, adjudicator };

struct PackRater {
  std::string name;
  PackRole role = PackRole::rater;
  measure::Rung rung = measure::Rung::observer;  // when they submitted
  std::string submitted_at;                      // "" until then
  std::string excused;                           // why the others need not wait for them, or ""
};

struct DefectRating {
  std::optional<Level> level;
  std::string why;
};

// One person's word on one review.
struct ReviewRating {
  std::vector<DefectRating> defects;    // in the order of PackReview::defects
  std::optional<review::Band> verdict;  // never more_review
  std::string why;
};

using Sheet = std::map<std::string, ReviewRating>;  // by code

struct Pack {
  std::string id;
  PackKind kind = PackKind::calibration;
  std::string made_by, made_at, tool_version;
  bool program_rates = true;  // panel: the program is one of the raters
  std::string revealed_at;    // "" until then
  std::vector<PackReview> reviews;
  std::vector<PackRater> raters;
  std::map<std::string, Sheet> sheets;  // by rater; of somebody else only once it is revealed
};
[[nodiscard]] const PackReview* review_of(const Pack& pack, std::string_view code);
[[nodiscard]] const PackRater* rater_of(const Pack& pack, std::string_view name);
[[nodiscard]] bool is_late(const Pack& pack, const PackRater& rater);  // submitted after the reveal

// What a pack should hold, and this one does not: told to whoever makes it.
struct PackMade {
  Pack pack;
  std::vector<std::string> advice;
};

struct CalibrationStep {
  int number = 0;
  std::string at, by;
  std::string what;     // "pack made", "rung"
  std::string subject;  // a pack, a person, an attempt
  std::string detail;
  std::string digest;  // of this entry and the one before it
};

struct CalibrationLog {
  std::vector<CalibrationStep> entries;
  int broken = 0;  // the first entry whose digest does not fit; 0: none
};

struct Interviewer {
  std::string name;
  measure::Rung rung = measure::Rung::observer;
  std::string since;         // of the rung
  std::string certified_to;  // the day on which the certificate ends; "" for who has none
  int packs = 0;             // since the rung was reached
  int failed_anchors = 0;
  measure::Standing standing;
};
// What the next rung still takes, a part each: "12 of 40 ratings"; empty: it is earned.
[[nodiscard]] std::vector<std::string> still_needed(const Interviewer& person, const measure::Bar& bar);

// One anchor that came back.
struct AnchorResult {
  std::string rater, review, earlier;  // earlier: "<pack>:<code>"
  double distance = 0;                 // mean levels
  bool failed = false;
};

// How one rater stands beside the panel (the middle of the others), the known levels and the program.
struct RaterReport {
  std::string name;
  measure::Rung rung = measure::Rung::observer;
  bool late = false;
  measure::Comparison panel, gold, program;
};

// One defect of one review, and what everybody said of it.
struct RatedItem {
  std::string review, defect;
  std::vector<std::optional<Level>> levels;  // by rater, as in CalibrationReport::raters
  std::vector<std::string> whys;             // the same
  Level program = Level::missed;
  std::optional<Level> gold;
  double spread = 0;  // variance of the raters' levels: what the list is ordered by
};

struct DriftPoint {
  std::string pack, revealed_at;
  int items = 0;
  double bias = 0;  // against the panel
};
struct Drift {
  std::string rater;
  std::vector<DriftPoint> points;  // this pack and those revealed before it
};

struct CalibrationReport {
  Pack pack;
  std::vector<RaterReport> raters;
  measure::PanelAgreement people;
  measure::Comparison program;   // against the known levels; no items where none are known
  std::vector<RatedItem> items;  // the most disagreement first
  std::vector<Drift> drift;
  std::vector<AnchorResult> anchors;
};

}  // namespace runner::session
