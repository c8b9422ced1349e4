#include "runner/session/author_patches.hpp"

#include <algorithm>
#include <set>

#include "detectors/source/nearest.hpp"
#include "runner/exercise/plant.hpp"
#include "runner/exercise/stand.hpp"
#include "runner/git/patch.hpp"
#include "runner/git/write_patch.hpp"

namespace runner::session {
namespace {

const std::string* text_in(const void* tree, std::string_view path) {
  return exercise::text_of(*static_cast<const exercise::Tree*>(tree), path);
}

}  // namespace

Checked<exercise::Folder> read_draft(const std::filesystem::path& exercises, const std::string& exercise) {
  const auto ids = exercise::list(exercises);
  if (std::find(ids.begin(), ids.end(), exercise) == ids.end())
    return faulty(
        {(exercises / exercise).string(),
         {},
         "is no exercise",
         detectors::source::did_you_mean(exercise, ids).value_or("`seedfault new exercise` makes one")});
  Faults faults;
  auto folder = exercise::read_folder(exercises / exercise, faults);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return folder;
}

Checked<exercise::Tree> patched(const exercise::Tree& tree, const std::string& patch,
                                const std::string& name) {
  auto files = git::read_patch(patch, name, text_in, &tree);
  if (!files) return tl::make_unexpected(files.error());
  exercise::TreeEdits edits;
  for (auto& file : *files)
    edits.push_back({.path = std::move(file.path),
                     .created = file.created,
                     .deleted = file.deleted,
                     .edits = std::move(file.edits)});
  std::sort(edits.begin(), edits.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return exercise::apply(tree, edits);
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
