// What the author of an exercise does besides writing: skeletons to fill in, a defect's patch recorded from a
// working copy, patches carried over an edit of the sound tree, an exercise made of a change of one's own.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "runner/session/house.hpp"

namespace runner::session {

// `exercises` below is the folder that holds the bank: <data>/exercises unless the author keeps one
// elsewhere.
[[nodiscard]] std::filesystem::path bank_of(const House& house);

// Each gives the files that were written. A name that is taken, no id, no class of the catalogue: faults, and
// nothing is written. What they write is a commented skeleton that `seedfault check` refuses until it is
// filled in.
using Files = std::vector<std::filesystem::path>;
[[nodiscard]] Checked<Files> new_exercise(const House& house, const std::filesystem::path& exercises,
                                          const std::string& id, const std::string& language);
[[nodiscard]] Checked<Files> new_defect(const House& house, const std::filesystem::path& exercises,
                                        const std::string& exercise, const std::string& id,
                                        const std::string& class_id);
[[nodiscard]] Checked<Files> new_decoy(const House& house, const std::filesystem::path& exercises,
                                       const std::string& exercise, const std::string& id,
                                       const std::string& class_id);
// The languages that new_exercise knows, sorted.
[[nodiscard]] std::vector<std::string> skeleton_languages();

// Writes the sound tree into `copy`, which must not exist, with the defect's patch applied when it has one.
[[nodiscard]] Checked<Files> open_working_copy(const std::filesystem::path& exercises,
                                               const std::string& exercise, const std::string& defect,
                                               const std::filesystem::path& copy);

struct Recorded {
  std::filesystem::path patch;
  std::vector<std::string> changed;  // paths below tree/
  int added = 0;                     // lines
  int removed = 0;
};
// The difference from the sound tree to `copy` becomes the defect's plant.patch.
[[nodiscard]] Checked<Recorded> record_plant(const std::filesystem::path& exercises,
                                             const std::string& exercise, const std::string& defect,
                                             const std::filesystem::path& copy);

struct Rebased {
  std::vector<std::string> rewritten;  // patches, by path below the exercise
  std::vector<std::string> unchanged;
  Faults lost;  // those that no longer apply, each with the place where it meets the edit
};
// The sound tree was edited since `revision` of the repository that holds the exercise: before.patch and
// every plant.patch that was made for the old tree is made again for the new one. When one no longer applies
// nothing is written, unless `partial`; `lost` says which and why either way.
[[nodiscard]] Checked<Rebased> rebase_patches(const std::filesystem::path& exercises,
                                              const std::string& exercise, const std::string& revision,
                                              bool partial);

struct FromGit {
  std::filesystem::path repository;
  std::string base;
  std::string head;
  std::string id;
  std::vector<std::string> only;  // folders or files of the repository; all of it when empty
};
struct MadeExercise {
  Files files;
  std::vector<std::string> left_out;  // "logo.png: is no text", for the author to know
  std::string language;
  int changed_lines = 0;
};
// The code at `head` becomes the sound tree, the way back to `base` before.patch. Names and addresses of
// people stay where they are: the skeleton's author is made up.
[[nodiscard]] Checked<MadeExercise> exercise_from_git(const House& house,
                                                      const std::filesystem::path& exercises,
                                                      const FromGit& request);

}  // namespace runner::session
