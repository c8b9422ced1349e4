// What the matcher made of the labelled reviews, beside the labels.
#pragma once

#include <string>
#include <vector>

#include "bench/matching/corpus.hpp"
#include "runner/session/score.hpp"

namespace bench {

using runner::review::Level;

// One defect and one review, or one comment that was given to the matcher alone.
struct LevelOutcome {
  std::size_t review = 0;
  std::size_t comment = 0;  // without meaning for a whole review
  std::string defect;
  Level expected = Level::missed;
  Level found = Level::missed;
  bool labelled_empty = false;  // a comment that is about no defect at all
  std::string reason;           // the evidence for what was found
};

// One comment without a defect, within its whole review.
struct FateOutcome {
  std::size_t review = 0;
  std::size_t comment = 0;
  std::string expected;  // "noise", "decoy:<id>", "neutral", "extra"
  std::string found;     // one of these, or "unjudged", "credited:<defect>", "located:<defect>"
};

struct Outcomes {
  std::vector<LevelOutcome> reviews;   // each defect of each review
  std::vector<LevelOutcome> comments;  // each defect of each comment alone
  std::vector<FateOutcome> fates;
  std::vector<FateOutcome> unplanned;  // unplanned.hpp
};

// The fate of the comment whose claims are these: that of the gravest for the reviewer.
[[nodiscard]] std::string fate_of_comment(const runner::review::Assessment& assessment, std::size_t comment);

// Adds the outcomes of one review, given its number in the corpus. Faults: the labels name other defects
// than those that stand in the tree.
[[nodiscard]] Checked<std::monostate> judge_review(const runner::session::Bench& bench,
                                                   const runner::session::Stage& stage,
                                                   const LabelledReview& labelled, std::size_t number,
                                                   Outcomes& outcomes);

// Any review of a stage, scored as an attempt of it would be.
[[nodiscard]] Checked<runner::session::Scored> score_of(const runner::session::Bench& bench,
                                                        const runner::session::Stage& stage,
                                                        const runner::review::Review& review,
                                                        const std::string& name);

}  // namespace bench
