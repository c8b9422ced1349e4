#include "bench/matching/unplanned.hpp"

#include <algorithm>

#include "runner/review/judge.hpp"
#include "runner/session/trial.hpp"

namespace bench {
namespace {

namespace review = runner::review;

bool reports(const review::Sighting& sighting, const review::Defect& defect) {
  return sighting.class_id == defect.class_id &&
         std::ranges::any_of(defect.places, [&](const review::Place& place) {
           return place.path == sighting.path && overlap(place.lines, sighting.lines);
         });
}

review::Key without(review::Key key, const std::string& id) {
  const auto defect = std::ranges::find(key.defects, id, &review::Defect::id);
  std::erase_if(key.sightings, [&](const review::Sighting& each) { return reports(each, *defect); });
  key.defects.erase(defect);
  return key;
}

// The comments that are about this defect for certain, and about nothing else.
std::vector<std::size_t> comments_about(const LabelledReview& labelled, const std::string& id) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < labelled.labels.size(); ++i) {
    const auto& expected = labelled.labels[i].expected;
    if (expected.size() == 1 && expected.begin()->first == id &&
        expected.begin()->second >= Level::identified)
      found.push_back(i);
  }
  return found;
}

}  // namespace

Checked<std::monostate> judge_unplanned(const runner::session::Bench& bench,
                                        const runner::session::Stage& stage, const LabelledReview& labelled,
                                        std::size_t number, Outcomes& outcomes) {
  const auto key = key_of(stage, bench.catalog);
  if (!key) return tl::make_unexpected(key.error());
  for (const auto& defect : key->defects) {
    const auto about = comments_about(labelled, defect.id);
    if (about.empty()) continue;
    const auto narrowed = without(*key, defect.id);
    const auto trials = runner::session::try_suggestions(bench, stage, narrowed, labelled.review, {});
    const auto assessment = review::judge(labelled.review, narrowed, trials, bench.language);
    for (const auto comment : about)
      outcomes.unplanned.push_back({.review = number,
                                    .comment = comment,
                                    .expected = "true finding",
                                    .found = fate_of_comment(assessment, comment)});
  }
  return std::monostate{};
}

}  // namespace bench
