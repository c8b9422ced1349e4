#include "bench/matching/outcome.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/review/judge.hpp"
#include "runner/session/trial.hpp"

namespace bench {
namespace {

namespace review = runner::review;
using runner::session::Scored;

// The fates that a comment with several claims can have: the gravest for the reviewer is the comment's.
int gravity(const std::string& fate) {
  static const std::vector<std::string> ascending{"neutral",  "extra", "unjudged", "located",
                                                  "credited", "noise", "decoy"};
  const auto kind = fate.substr(0, fate.find(':'));
  return static_cast<int>(std::find(ascending.begin(), ascending.end(), kind) - ascending.begin());
}

Level level_for(const review::Assessment& assessment, const std::string& defect) {
  for (const auto& each : assessment.defects)
    if (each.defect == defect) return each.level;
  return Level::missed;
}

std::string fate_of(const review::Assessment& assessment, const review::ClaimResult& result) {
  switch (result.fate) {
    case review::Fate::credited:
      return (level_for(assessment, result.target) >= Level::identified ? "credited:" : "located:") +
             result.target;
    case review::Fate::duplicate:
      return "credited:" + result.target;
    case review::Fate::valid_extra:
      return "extra";
    case review::Fate::decoy_hit:
      return "decoy:" + result.target;
    case review::Fate::noise:
      return "noise";
    case review::Fate::neutral:
      return "neutral";
    case review::Fate::unjudged:
      return "unjudged";
  }
  return "neutral";
}

std::string reason_for(const review::Assessment& assessment, std::size_t defect) {
  const auto& result = assessment.defects[defect];
  for (const auto& pair : assessment.pairs) {
    if (pair.defect != defect || (result.claim && pair.claim != *result.claim)) continue;
    std::string text =
        fmt::format("\"{}\" scores {:.2f}:", assessment.claims[pair.claim].claim.text, pair.score);
    for (const auto& evidence : pair.evidence)
      text += fmt::format(" [{} {:+.2f}] {};", to_string(evidence.kind), evidence.weight, evidence.text);
    return text;
  }
  return "no evidence";
}

Level expected_in(const Levels& levels, const std::string& defect) {
  const auto found = levels.find(defect);
  return found == levels.end() ? Level::missed : found->second;
}

// The matcher with this comment as the whole review.
void judge_alone(const runner::session::Bench& bench, const runner::session::Stage& stage,
                 const review::Key& key, const LabelledReview& labelled, std::size_t number,
                 std::size_t comment, Outcomes& outcomes) {
  const review::Review alone{.comments = {labelled.review.comments[comment]},
                             .verdict = labelled.review.verdict};
  const auto trials = runner::session::try_suggestions(bench, stage, key, alone, {});
  const auto assessment = review::judge(alone, key, trials, bench.language);
  const auto& label = labelled.labels[comment];
  for (std::size_t i = 0; i < assessment.defects.size(); ++i) {
    const auto& result = assessment.defects[i];
    outcomes.comments.push_back({.review = number,
                                 .comment = comment,
                                 .defect = result.defect,
                                 .expected = expected_in(label.expected, result.defect),
                                 .found = result.level,
                                 .labelled_empty = label.expected.empty(),
                                 .reason = reason_for(assessment, i)});
  }
}

Checked<std::monostate> same_defects(const Scored& scored, const LabelledReview& labelled) {
  std::vector<std::string> planted;
  for (const auto& defect : scored.assessment.defects) planted.push_back(defect.defect);
  std::ranges::sort(planted);
  std::vector<std::string> named;
  for (const auto& [defect, level] : labelled.expected) named.push_back(defect);
  if (planted == named) return std::monostate{};
  return detectors::source::faulty(
      {labelled.name + ".json",
       {},
       fmt::format("labels {} defects, and {} are planted, or other ones", named.size(), planted.size()),
       "label each planted defect"});
}

}  // namespace

std::string fate_of_comment(const review::Assessment& assessment, std::size_t comment) {
  std::string gravest = "neutral";
  for (const auto& result : assessment.claims) {
    if (result.claim.comment != comment) continue;
    if (const auto fate = fate_of(assessment, result); gravity(fate) > gravity(gravest)) gravest = fate;
  }
  return gravest;
}

Checked<Scored> score_of(const runner::session::Bench& bench, const runner::session::Stage& stage,
                         const review::Review& review, const std::string& name) {
  const runner::session::Attempt attempt{.id = name,
                                         .exercise = stage.exercise.id,
                                         .exercise_version = stage.exercise.version,
                                         .exercise_digest = stage.exercise.digest,
                                         .tool_version = std::string(runner::session::tool_version()),
                                         .planted = stage.chosen,
                                         .state = runner::session::AttemptState::submitted,
                                         .verdict = review.verdict};
  return score_review(bench, stage, attempt, review, {});
}

Checked<std::monostate> judge_review(const runner::session::Bench& bench, const runner::session::Stage& stage,
                                     const LabelledReview& labelled, std::size_t number, Outcomes& outcomes) {
  const auto scored = score_of(bench, stage, labelled.review, labelled.name);
  if (!scored) return tl::make_unexpected(scored.error());
  if (auto same = same_defects(*scored, labelled); !same) return same;
  const auto& assessment = scored->assessment;
  for (std::size_t i = 0; i < assessment.defects.size(); ++i) {
    const auto& result = assessment.defects[i];
    outcomes.reviews.push_back({.review = number,
                                .defect = result.defect,
                                .expected = expected_in(labelled.expected, result.defect),
                                .found = result.level,
                                .reason = reason_for(assessment, i)});
  }
  for (std::size_t i = 0; i < labelled.labels.size(); ++i) {
    judge_alone(bench, stage, scored->key, labelled, number, i, outcomes);
    if (labelled.labels[i].expected.empty())
      outcomes.fates.push_back({.review = number,
                                .comment = i,
                                .expected = labelled.labels[i].fate,
                                .found = fate_of_comment(assessment, i)});
  }
  return std::monostate{};
}

}  // namespace bench
