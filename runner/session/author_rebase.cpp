// Every patch of an exercise, carried over an edit of its sound tree.
#include <fmt/format.h>

#include <algorithm>

#include "runner/exercise/stand.hpp"
#include "runner/git/history.hpp"
#include "runner/git/merge.hpp"
#include "runner/session/author.hpp"
#include "runner/session/author_patches.hpp"
#include "runner/session/files.hpp"

namespace runner::session {
namespace {

namespace fs = std::filesystem;

Checked<exercise::Tree> old_tree(const fs::path& folder, const std::string& revision) {
  const auto inside = git::path_in_repository(folder);
  if (!inside) return tl::make_unexpected(inside.error());
  auto snapshot = git::snapshot(folder, revision, inside->empty() ? "tree" : *inside + "/tree");
  if (!snapshot) return tl::make_unexpected(snapshot.error());
  exercise::Tree tree;
  for (auto& file : snapshot->files) tree.push_back({std::move(file.path), std::move(file.text)});
  return tree;
}

// The new sound tree with the same change in it that `planted` has over the old one; where that cannot be, a
// fault.
struct Carrier {
  const exercise::Tree& old;
  const exercise::Tree& now;
  const std::string& name;  // of the patch, for faults
  Faults faults;
  exercise::Tree result;

  void lost(const std::string& path, detectors::source::Line line, std::string why) {
    faults.push_back({name,
                      {},
                      fmt::format("no longer applies: {} {}",
                                  line.number > 0 ? fmt::format("{}:{}", path, line.number) : path, why),
                      "plant it again: `seedfault author plant`"});
  }

  void keep(const std::string& path, const std::string* text) {
    if (text) result.push_back({path, *text});
  }

  void carry(const std::string& path, const std::string* before, const std::string* after,
             const std::string* here) {
    const bool same = before && after ? *before == *after : before == after;
    if (same) return keep(path, here);
    if (!before && here && *here != *after) return lost(path, {}, "is a file of the sound tree now");
    if (!before) return keep(path, after);
    if (!here) return lost(path, {}, "is no file of the sound tree any more");
    if (!after) return;  // deleted by the patch, whatever the edit made of it
    const auto merged = git::merge(*before, *here, *after);
    if (!merged) return lost(path, merged.error().line, "was edited on the same lines");
    keep(path, &*merged);
  }
};

struct Carried {
  std::string path;
  std::string patch;
  bool changed = false;
};

Checked<Carried> carry(const exercise::Tree& old, const exercise::Tree& now, const exercise::Folder& folder,
                       const std::string& path) {
  const auto name = folder.name + "/" + path;
  const auto& patch = exercise::text_at(folder, path);
  const auto planted = patched(old, patch, name);
  if (!planted) return tl::make_unexpected(planted.error());
  std::vector<std::string> paths;
  for (const auto* tree : {&old, &now, &*planted})
    for (const auto& file : *tree) paths.push_back(file.path);
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  Carrier carrier{.old = old, .now = now, .name = name, .faults = {}, .result = {}};
  for (const auto& each : paths)
    carrier.carry(each, exercise::text_of(old, each), exercise::text_of(*planted, each),
                  exercise::text_of(now, each));
  if (!carrier.faults.empty()) return tl::make_unexpected(std::move(carrier.faults));
  auto made = patch_between(now, carrier.result);
  if (made.empty())
    return faulty({name,
                   {},
                   "no longer changes anything: the sound tree has it already",
                   "plant it again, or remove it"});
  const auto still = patched(now, patch, name);
  return Carried{.path = path, .patch = std::move(made), .changed = !still || *still != carrier.result};
}

std::vector<std::string> patches_of(const exercise::Folder& folder) {
  std::vector<std::string> paths;
  if (!exercise::text_at(folder, "before.patch").empty()) paths.emplace_back("before.patch");
  for (const auto& id : exercise::defect_ids(folder))
    if (const auto path = "defects/" + id + "/plant.patch"; !exercise::text_at(folder, path).empty())
      paths.push_back(path);
  return paths;
}

}  // namespace

Checked<Rebased> rebase_patches(const fs::path& exercises, const std::string& exercise,
                                const std::string& revision, bool partial) {
  const auto folder = read_draft(exercises, exercise);
  if (!folder) return tl::make_unexpected(folder.error());
  const auto old = old_tree(exercises / exercise, revision);
  if (!old) return tl::make_unexpected(old.error());
  const auto now = exercise::below(*folder, "tree");
  Rebased rebased;
  std::vector<Carried> carried;
  for (const auto& path : patches_of(*folder)) {
    auto one = carry(*old, now, *folder, path);
    if (one)
      carried.push_back(*std::move(one));
    else
      rebased.lost.insert(rebased.lost.end(), one.error().begin(), one.error().end());
  }
  if (!rebased.lost.empty() && !partial) return rebased;
  for (const auto& each : carried) {
    (each.changed ? rebased.rewritten : rebased.unchanged).push_back(each.path);
    if (!each.changed) continue;
    if (const auto done = write_file(exercises / exercise / each.path, each.patch); !done)
      return tl::make_unexpected(done.error());
  }
  return rebased;
}

}  // namespace runner::session
