#include "runner/session/author_patches.hpp"

#include <algorithm>
#include <set>

#include "detectors/source/nearest.hpp"
#include "runner/exercise/plant.hpp"
#include "runner/exercise/stand.hpp"
#include "runner/git/write_patch.hpp"
#include "runner/session/stage.hpp"

namespace runner::session {
Checked<std::filesystem::path> draft_folder(const std::filesystem::path& exercises,
                                            const std::string& exercise) {
  const auto ids = exercise::list(exercises);
  if (std::find(ids.begin(), ids.end(), exercise) != ids.end()) return exercises / exercise;
  return faulty(
      {(exercises / exercise).string(),
       {},
       "is no exercise",
       detectors::source::did_you_mean(exercise, ids).value_or("`seedfault new exercise` makes one")});
}

Checked<exercise::Folder> read_draft(const std::filesystem::path& exercises, const std::string& exercise) {
  const auto place = draft_folder(exercises, exercise);
  if (!place) return tl::make_unexpected(place.error());
  Faults faults;
  auto folder = exercise::read_folder(*place, faults);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return folder;
}

Checked<exercise::Tree> patched(const exercise::Tree& tree, const std::string& patch,
                                const std::string& name) {
  const auto edits = edits_of(tree, patch, name);
  if (!edits) return tl::make_unexpected(edits.error());
  return exercise::apply(tree, *edits);
}

std::string patch_between(const exercise::Tree& before, const exercise::Tree& after) {
  std::set<std::string> paths;
  for (const auto* tree : {&before, &after})
    for (const auto& file : *tree) paths.insert(file.path);
  std::string patch;
  for (const auto& path : paths)
    patch += git::write_patch(path, exercise::text_of(before, path), exercise::text_of(after, path));
  return patch;
}

}  // namespace runner::session
