#include <fmt/format.h>

#include <algorithm>

#include "runner/exercise/digest.hpp"
#include "runner/exercise/folder.hpp"
#include "runner/exercise/plant.hpp"
#include "runner/exercise/reading.hpp"

namespace runner::exercise {
namespace {

namespace fs = std::filesystem;

Exercise read_parts(const Folder& folder, Faults& faults) {
  const KnownIds known{.defects = defect_ids(folder)};
  Exercise exercise;
  exercise.id = folder.id;
  const auto has = [&](const std::string& path) { return !text_at(folder, path).empty(); };
  if (has("exercise.toml")) read_exercise_file(folder, known, exercise, faults);
  exercise.brief = text_at(folder, "brief.md");
  exercise.pull_request.body = text_at(folder, "pull-request.md");
  exercise.tree = below(folder, "tree");
  exercise.before_patch = text_at(folder, "before.patch");
  for (const auto& id : known.defects)
    if (has("defects/" + id + "/defect.toml"))
      exercise.defects.push_back(read_defect(folder, known, id, faults));
  for (const auto& id : stems(folder, "decoys", ".toml"))
    exercise.decoys.push_back(read_decoy(folder, id, faults));
  for (const auto& name : stems(folder, "reviews", ".json"))
    exercise.reviews.push_back(read_sample_review(folder, known, name, faults));
  exercise.artifacts = below(folder, "artifacts");
  return exercise;
}

// The promise of [plant] can be kept: what is always planted goes together, and at_least can be reached.
void check_choice(const Folder& folder, const Exercise& exercise, Faults& faults) {
  const auto path = folder.name + "/exercise.toml";
  const auto find = [&](const std::string& id) {
    return *std::find_if(exercise.defects.begin(), exercise.defects.end(),
                         [&](const auto& each) { return each.id == id; });
  };
  const auto& always = exercise.plant.always;
  for (std::size_t i = 0; i < always.size(); ++i)
    for (auto j = i + 1; j < always.size(); ++j)
      if (always[i] == always[j])
        faults.push_back({path, {}, fmt::format("plant.always names '{}' twice", always[i]), "name it once"});
      else if (excluded(find(always[i]), find(always[j])))
        faults.push_back(
            {path,
             {},
             fmt::format("plant.always names '{}' and '{}', which exclude each other", always[i], always[j]),
             "keep one of them there"});
  auto least = exercise;
  least.plant.at_most = least.plant.at_least;
  if (const auto count = static_cast<int>(choose(least, 0).size()); count < exercise.plant.at_least)
    faults.push_back(
        {path,
         {},
         fmt::format("plant.at_least is {}, but only {} defects go together", exercise.plant.at_least, count),
         "lower it, or remove an exclusion"});
}

}  // namespace

Checked<Exercise> load(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error))
    return detectors::source::faulty(
        {path.string(), {}, "is not a folder", "name the folder of an exercise"});
  Faults faults;
  const auto folder = read_folder(path, faults);
  const auto layout = layout_faults(folder);
  faults.insert(faults.end(), layout.begin(), layout.end());
  auto exercise = read_parts(folder, faults);
  if (faults.empty()) check_choice(folder, exercise, faults);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  exercise.digest = digest(exercise);
  return exercise;
}

std::vector<std::string> list(const fs::path& exercises) {
  std::vector<std::string> ids;
  std::error_code error;
  for (fs::directory_iterator at(exercises, error); !error && at != fs::directory_iterator();
       at.increment(error)) {
    std::error_code ignored;
    if (fs::exists(at->path() / "exercise.toml", ignored)) ids.push_back(at->path().filename().string());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace runner::exercise
