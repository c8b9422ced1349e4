#include "runner/session/stage.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detectors/outline.hpp"
#include "detectors/source/nearest.hpp"
#include "runner/exercise/stand.hpp"

namespace runner::session {
namespace {

const std::string* text_in(const void* tree, std::string_view path) {
  return exercise::text_of(*static_cast<const exercise::Tree*>(tree), path);
}

void add_faults(Faults& all, const Faults& more) { all.insert(all.end(), more.begin(), more.end()); }

Faults unknown_defects(const exercise::Exercise& exercise, const std::vector<std::string>& chosen) {
  std::vector<std::string> known;
  for (const auto& defect : exercise.defects) known.push_back(defect.id);
  Faults faults;
  for (const auto& id : chosen) {
    if (std::find(known.begin(), known.end(), id) != known.end()) continue;
    faults.push_back({exercise.id,
                      {},
                      fmt::format("has no defect '{}'", id),
                      detectors::source::did_you_mean(id, known).value_or(
                          fmt::format("`seedfault show {} --answers` lists them", exercise.id))});
  }
  return faults;
}

}  // namespace

Checked<exercise::TreeEdits> edits_of(const exercise::Tree& tree, const std::string& patch,
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
  return edits;
}

Checked<Patches> read_patches(const exercise::Exercise& exercise) {
  Patches patches;
  Faults faults;
  const auto folder = "exercises/" + exercise.id;
  if (auto before = edits_of(exercise.tree, exercise.before_patch, folder + "/before.patch"))
    patches.before = *std::move(before);
  else
    add_faults(faults, before.error());
  for (const auto& defect : exercise.defects) {
    auto edits = edits_of(exercise.tree, defect.plant_patch,
                          fmt::format("{}/defects/{}/plant.patch", folder, defect.id));
    if (edits)
      patches.defects.push_back({.defect = defect.id, .edits = *std::move(edits)});
    else
      add_faults(faults, edits.error());
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return patches;
}

Checked<Stage> set_stage(exercise::Exercise exercise, std::vector<std::string> chosen) {
  auto patches = read_patches(exercise);
  if (!patches) return tl::make_unexpected(patches.error());
  return set_stage(std::move(exercise), *patches, std::move(chosen));
}

Checked<Stage> set_stage(exercise::Exercise exercise, const Patches& patches,
                         std::vector<std::string> chosen) {
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  if (auto faults = unknown_defects(exercise, chosen); !faults.empty())
    return tl::make_unexpected(std::move(faults));
  auto before = exercise::apply(exercise.tree, patches.before);
  std::map<std::string, detectors::source::Outline> outlines;
  auto planted = exercise::plant(exercise, patches.defects, chosen, [&](const auto& file) {
    const auto [found, added] = outlines.try_emplace(file.path());
    if (added) found->second = detectors::outline(file);
    return found->second;
  });
  Faults faults;
  if (!before) add_faults(faults, before.error());
  if (!planted) add_faults(faults, planted.error());
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return Stage{.exercise = std::move(exercise),
               .before = *std::move(before),
               .planted = *std::move(planted),
               .chosen = std::move(chosen),
               .outlines = std::move(outlines)};
}

Checked<Stage> stage_of(const House& house, const Attempt& attempt) {
  auto loaded = load_exercise(house, attempt.exercise);
  if (!loaded) return tl::make_unexpected(loaded.error());
  return set_stage(*std::move(loaded), attempt.planted);
}

std::vector<std::string> all_defects(const exercise::Exercise& exercise) {
  std::vector<std::string> chosen;
  const auto taken_excludes = [&](const exercise::PlantedDefect& defect) {
    return std::any_of(exercise.defects.begin(), exercise.defects.end(), [&](const auto& other) {
      return std::find(chosen.begin(), chosen.end(), other.id) != chosen.end() &&
             exercise::excluded(defect, other);
    });
  };
  for (const auto& defect : exercise.defects)
    if (!taken_excludes(defect)) chosen.push_back(defect.id);
  return chosen;
}

std::vector<std::string> planted_for(const exercise::Exercise& exercise,
                                     const exercise::SampleReview& sample) {
  return sample.planted.empty() ? all_defects(exercise) : sample.planted;
}

std::vector<git::FileDiff> change_of(const Stage& stage) {
  std::vector<std::string> paths;
  for (const auto& file : stage.before) paths.push_back(file.path);
  for (const auto& file : stage.planted.tree) paths.push_back(file.path);
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  std::vector<git::FileDiff> diffs;
  for (const auto& path : paths) {
    const auto* before = exercise::text_of(stage.before, path);
    const auto* after = exercise::text_of(stage.planted.tree, path);
    auto diff = git::diff(path, before ? *before : "", after ? *after : "");
    if (!diff.hunks.empty()) diffs.push_back(std::move(diff));
  }
  return diffs;
}

}  // namespace runner::session
