// Point 7: the sample reviews are the exercise's own regression test.
#include <fmt/format.h>

#include <algorithm>

#include "runner/session/check_points.hpp"

namespace runner::session {
namespace {

std::string sample_file(const Checking& checking, const exercise::SampleReview& sample) {
  return fmt::format("exercises/{}/reviews/{}.json", checking.exercise.id, sample.name);
}

void compare_levels(const Checking& checking, const exercise::SampleReview& sample, const Scored& scored,
                    CheckPoint& point) {
  for (const auto& [defect, expected] : sample.expected) {
    const auto& results = scored.assessment.defects;
    const auto result = std::find_if(results.begin(), results.end(),
                                     [&, id = defect](const auto& each) { return each.defect == id; });
    if (result == results.end()) continue;  // excluded by another defect: not planted in this variant
    if (result->level == expected)
      ++point.proven;
    else
      point.faults.push_back(
          {sample_file(checking, sample),
           {},
           fmt::format("{} gets \"{}\", and the sample expects \"{}\"", defect, to_string(result->level),
                       to_string(expected)),
           fmt::format(
               "mend the words of the defect or the label; `seedfault explain {}/{} {}` shows the evidence",
               checking.exercise.id, sample.name, defect)});
  }
  if (sample.expected_decoy_hits && *sample.expected_decoy_hits != scored.card.counts.decoy_hits)
    point.faults.push_back({sample_file(checking, sample),
                            {},
                            fmt::format("hits {} decoys, and the sample expects {}",
                                        scored.card.counts.decoy_hits, *sample.expected_decoy_hits),
                            "mend the decoy's false_alarm phrases or the label"});
}

// Two samples bound the scale: the model review finds everything, the empty one nothing.
void check_bounds(const Checking& checking, const exercise::SampleReview& sample, const Scored& scored,
                  CheckPoint& point) {
  const auto covers = [&](double wanted, std::string_view words) {
    if (scored.card.coverage > wanted - 1e-9 && scored.card.coverage < wanted + 1e-9)
      ++point.proven;
    else
      point.faults.push_back(
          {sample_file(checking, sample),
           {},
           fmt::format("covers {:.0f} %, and must cover {}", 100 * scored.card.coverage, words),
           "mend the review or the words"});
  };
  if (sample.name == "model") covers(1, "everything");
  if (sample.name == "empty") covers(0, "nothing");
}

// A blind review has only to be placed and scored: its labels measure the matcher, not the exercise.
void check_review(const Checking& checking, const exercise::SampleReview& sample, const Stage& stage,
                  CheckPoint& point) {
  const auto scored = score_review(
      checking.bench, stage, {.exercise = checking.exercise.id, .exercise_digest = checking.exercise.digest},
      sample.review, {});
  if (!scored) return add_faults(point, scored.error());
  if (sample.blind) {
    ++point.proven;
    return;
  }
  compare_levels(checking, sample, *scored, point);
  check_bounds(checking, sample, *scored, point);
}

}  // namespace

CheckPoint check_reviews(const Checking& checking) {
  CheckPoint point;
  Checked<Stage> stage = tl::make_unexpected(Faults{});
  for (const auto& name : {"model", "empty"})
    if (std::none_of(checking.exercise.reviews.begin(), checking.exercise.reviews.end(),
                     [&](const auto& sample) { return sample.name == name; }))
      point.faults.push_back(
          {fmt::format("exercises/{}/reviews/{}.json", checking.exercise.id, name),
           {},
           "is missing",
           "add it: the model review bounds the scale from above, the empty one from below"});
  for (const auto& sample : checking.exercise.reviews) {
    auto planted = planted_for(checking.exercise, sample);
    if (!stage || stage->chosen != planted)
      stage = set_stage(checking.exercise, checking.patches, std::move(planted));
    if (!stage) return point;  // point 1 says why
    check_review(checking, sample, *stage, point);
  }
  return point;
}

}  // namespace runner::session
