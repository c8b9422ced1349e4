// A defect's patch, by way of a working copy of the sound tree.
#include <fmt/format.h>

#include "runner/exercise/stand.hpp"
#include "runner/git/patch.hpp"
#include "runner/git/staging.hpp"
#include "runner/session/author.hpp"
#include "runner/session/author_patches.hpp"
#include "runner/session/files.hpp"

namespace runner::session {
namespace {

namespace fs = std::filesystem;

std::string patch_path(const std::string& defect) { return "defects/" + defect + "/plant.patch"; }

Checked<std::monostate> require_defect(const exercise::Folder& folder, const std::string& defect) {
  for (const auto& id : exercise::defect_ids(folder))
    if (id == defect) return std::monostate{};
  return faulty({folder.name,
                 {},
                 fmt::format("has no defect '{}'", defect),
                 fmt::format("`seedfault new defect {} {} --class CLASS` makes it", folder.id, defect)});
}

}  // namespace

Checked<Files> open_working_copy(const fs::path& exercises, const std::string& exercise,
                                 const std::string& defect, const fs::path& copy) {
  const auto folder = read_draft(exercises, exercise);
  if (!folder) return tl::make_unexpected(folder.error());
  if (const auto known = require_defect(*folder, defect); !known) return tl::make_unexpected(known.error());
  auto tree = exercise::below(*folder, "tree");
  if (const auto& patch = exercise::text_at(*folder, patch_path(defect)); !patch.empty()) {
    auto planted = patched(tree, patch, folder->name + "/" + patch_path(defect));
    if (!planted) return tl::make_unexpected(planted.error());
    tree = *std::move(planted);
  }
  auto staging = git::Staging::beside(copy);
  if (!staging) return tl::make_unexpected(staging.error());
  Files written;
  for (const auto& file : tree) {
    if (const auto fault = staging->write(file.path, file.text)) return faulty(*fault);
    written.push_back(copy / file.path);
  }
  if (const auto fault = staging->move_into_place()) return faulty(*fault);
  return written;
}

Checked<Recorded> record_plant(const fs::path& exercises, const std::string& exercise,
                               const std::string& defect, const fs::path& copy) {
  const auto folder = read_draft(exercises, exercise);
  if (!folder) return tl::make_unexpected(folder.error());
  if (const auto known = require_defect(*folder, defect); !known) return tl::make_unexpected(known.error());
  std::error_code ignored;
  if (!fs::is_directory(copy, ignored))
    return faulty({copy.string(),
                   {},
                   "is no working copy",
                   fmt::format("`seedfault author plant {} {}` makes one", exercise, defect)});
  Faults faults;
  const auto edited = exercise::read_folder(copy, faults);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  const auto sound = exercise::below(*folder, "tree");
  const auto patch = patch_between(sound, edited.files);
  if (patch.empty())
    return faulty(
        {copy.string(), {}, "is the sound tree: nothing was planted", "edit a file there, then record it"});
  Recorded recorded{.patch = exercises / exercise / patch_path(defect), .changed = {}};
  for (const auto& file : edited.files) {
    const auto* before = exercise::text_of(sound, file.path);
    const auto diff = git::diff(file.path, before ? *before : "", file.text);
    if (diff.hunks.empty()) continue;
    recorded.changed.push_back(file.path);
    recorded.added += diff.added;
    recorded.removed += diff.removed;
  }
  for (const auto& file : sound)
    if (!exercise::text_of(edited.files, file.path)) recorded.changed.push_back(file.path);
  if (const auto done = write_file(recorded.patch, patch); !done) return tl::make_unexpected(done.error());
  return recorded;
}

}  // namespace runner::session
