// An exercise with a choice of defects planted: the two sides of the pull request, and where each defect
// stands.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "detectors/catalog.hpp"
#include "runner/exercise/plant.hpp"
#include "runner/git/patch.hpp"
#include "runner/git/repository.hpp"
#include "runner/review/key.hpp"
#include "runner/session/house.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

// The edits of every patch of an exercise, against its sound tree.
struct Patches {
  exercise::TreeEdits before;                  // sound tree -> the code before the pull request
  std::vector<exercise::DefectEdits> defects;  // in the exercise's order
};
[[nodiscard]] Checked<Patches> read_patches(const exercise::Exercise& exercise);
// Those of one patch against a tree, by path. `name` is the patch's own, for faults.
[[nodiscard]] Checked<exercise::TreeEdits> edits_of(const exercise::Tree& tree, const std::string& patch,
                                                    const std::string& name);

struct Stage {
  exercise::Exercise exercise;
  exercise::Tree before;
  exercise::Planted planted;
  std::vector<std::string> chosen;  // ids, sorted
  std::map<std::string, detectors::source::Outline>
      outlines;  // of planted files that were looked at, by path
};
// Faults: a patch that does not fit, defects that overlap, a chosen id that the exercise does not have.
[[nodiscard]] Checked<Stage> set_stage(exercise::Exercise exercise, std::vector<std::string> chosen);
[[nodiscard]] Checked<Stage> set_stage(exercise::Exercise exercise, const Patches& patches,
                                       std::vector<std::string> chosen);

// The stage of an attempt: its exercise as it is now, with the defects that were planted for it.
[[nodiscard]] Checked<Stage> stage_of(const House& house, const Attempt& attempt);

// Every defect of the exercise that can be planted beside the others; of excluded pairs the first by id.
[[nodiscard]] std::vector<std::string> all_defects(const exercise::Exercise& exercise);

// The defects that a sample review was written for.
[[nodiscard]] std::vector<std::string> planted_for(const exercise::Exercise& exercise,
                                                   const exercise::SampleReview& sample);

// The pull request as files' diffs, changed files only, by path.
[[nodiscard]] std::vector<git::FileDiff> change_of(const Stage& stage);
[[nodiscard]] Checked<git::RepositoryPlan> repository_of(const Stage& stage);

// What the judge is told of this stage: defects, decoys, code, the detectors' sightings, the words of every
// class.
[[nodiscard]] Checked<review::Key> key_of(const Stage& stage, const detectors::Catalog& catalog);

}  // namespace runner::session
