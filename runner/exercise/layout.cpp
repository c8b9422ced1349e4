// The layout of an exercise's folder: what may stand in it and what must.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "detectors/source/nearest.hpp"
#include "runner/exercise/folder.hpp"
#include "runner/exercise/stand.hpp"

namespace runner::exercise {
namespace {

constexpr std::array<std::string_view, 4> required{"exercise.toml", "brief.md", "pull-request.md",
                                                   "before.patch"};
constexpr std::array<std::string_view, 5> known_directories{"tree", "defects", "decoys", "artifacts",
                                                            "reviews"};

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    parts.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

bool is_proof(std::string_view name) {
  return name.starts_with("proof.") && name.size() > 6 && name.find('.', 6) == name.npos;
}

bool in_layout(std::string_view path) {
  const auto parts = parts_of(path);
  if (parts.size() == 1) return std::find(required.begin(), required.end(), path) != required.end();
  if (parts[0] == "tree" || parts[0] == "artifacts") return true;
  if (parts[0] == "decoys") return parts.size() == 2 && parts[1].ends_with(".toml");
  if (parts[0] == "reviews") return parts.size() == 2 && parts[1].ends_with(".json");
  if (parts[0] != "defects" || parts.size() != 3) return false;
  return parts[2] == "defect.toml" || parts[2] == "plant.patch" || is_proof(parts[2]);
}

std::string stray_remedy(std::string_view path) {
  std::vector<std::string> known(required.begin(), required.end());
  const auto parts = parts_of(path);
  if (parts.size() == 3 && parts[0] == "defects") known = {"defect.toml", "plant.patch", "proof.py"};
  return detectors::source::did_you_mean(parts.back(), known)
      .value_or("remove it, or move it to where the layout has a place for it");
}

void add_missing(const Folder& folder, const std::string& path, Faults& faults) {
  const auto* text = text_of(folder.files, path);
  if (!text)
    faults.push_back({folder.name + "/" + path, {}, "is missing", "add it"});
  else if (text->find_first_not_of(" \t\r\n") == std::string::npos)
    faults.push_back({folder.name + "/" + path, {}, "is empty", "write it"});
}

void check_defect(const Folder& folder, const std::string& id, Faults& faults) {
  const auto base = "defects/" + id;
  if (const auto reason = bad_id(id); !reason.empty())
    faults.push_back(
        {folder.name + "/" + base, {}, fmt::format("'{}' is no id: {}", id, reason), "rename the folder"});
  add_missing(folder, base + "/defect.toml", faults);
  add_missing(folder, base + "/plant.patch", faults);
  const auto is_own_proof = [&](const auto& file) {
    return file.path.starts_with(base + "/") && is_proof(std::string_view(file.path).substr(base.size() + 1));
  };
  const auto proofs = std::count_if(folder.files.begin(), folder.files.end(), is_own_proof);
  if (proofs == 0)
    faults.push_back({folder.name + "/" + base,
                      {},
                      "has no proof",
                      "add proof.<ending>, a program that fails once the defect is planted"});
  if (proofs > 1)
    faults.push_back({folder.name + "/" + base, {}, "has more than one proof", "keep one proof.<ending>"});
}

void check_names(const Folder& folder, std::string_view directory, std::string_view ending, Faults& faults) {
  for (const auto& stem : stems(folder, directory, ending))
    if (const auto reason = bad_id(stem); !reason.empty())
      faults.push_back({fmt::format("{}/{}/{}{}", folder.name, directory, stem, ending),
                        {},
                        fmt::format("'{}' is no id: {}", stem, reason),
                        "rename the file"});
}

}  // namespace

Faults layout_faults(const Folder& folder) {
  Faults faults;
  if (const auto reason = bad_id(folder.id); !reason.empty())
    faults.push_back(
        {folder.name, {}, fmt::format("'{}' is no id: {}", folder.id, reason), "rename the folder"});
  for (const auto name : required) add_missing(folder, std::string(name), faults);
  if (below(folder, "tree").empty())
    faults.push_back({folder.name + "/tree", {}, "holds no file", "put the sound code there"});
  const auto ids = defect_ids(folder);
  if (ids.empty()) faults.push_back({folder.name + "/defects", {}, "holds no defect", "add defects/<id>/"});
  for (const auto& id : ids) check_defect(folder, id, faults);
  check_names(folder, "decoys", ".toml", faults);
  check_names(folder, "reviews", ".json", faults);
  for (const auto& file : folder.files)
    if (!in_layout(file.path))
      faults.push_back(
          {folder.name + "/" + file.path, {}, "is not part of an exercise", stray_remedy(file.path)});
  for (const auto& directory : folder.directories)
    if (directory.find('/') == std::string::npos &&
        std::find(known_directories.begin(), known_directories.end(), directory) == known_directories.end())
      faults.push_back({folder.name + "/" + directory,
                        {},
                        "is not part of an exercise",
                        "an exercise has tree, defects, decoys, artifacts and reviews"});
  return faults;
}

std::vector<std::string> defect_ids(const Folder& folder) {
  std::vector<std::string> ids;
  for (const auto& directory : folder.directories)
    if (directory.starts_with("defects/") && directory.find('/', 8) == std::string::npos)
      ids.push_back(directory.substr(8));
  return ids;
}

std::vector<std::string> stems(const Folder& folder, std::string_view directory, std::string_view ending) {
  std::vector<std::string> found;
  for (const auto& file : below(folder, directory))
    if (file.path.ends_with(ending) && file.path.find('/') == std::string::npos)
      found.push_back(file.path.substr(0, file.path.size() - ending.size()));
  return found;
}

std::string proof_name(const Folder& folder, const std::string& defect) {
  for (const auto& file : below(folder, "defects/" + defect))
    if (is_proof(file.path)) return file.path;
  return "";
}

const std::string& text_at(const Folder& folder, std::string_view path) {
  static const std::string none;
  const auto* text = text_of(folder.files, path);
  return text ? *text : none;
}

Tree below(const Folder& folder, std::string_view directory) {
  Tree tree;
  const auto prefix = std::string(directory) + "/";
  for (const auto& file : folder.files)
    if (file.path.starts_with(prefix)) tree.push_back({file.path.substr(prefix.size()), file.text});
  return tree;
}

std::string bad_id(std::string_view id) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  if (id.empty()) return "it is empty";
  if (id.size() > 80) return "it is longer than 80 letters";
  if (!std::all_of(id.begin(), id.end(), allowed)) return "only a-z, 0-9 and hyphens may stand in it";
  if (id.front() == '-' || id.back() == '-' || id.find("--") != id.npos)
    return "a hyphen stands between two words";
  return "";
}

}  // namespace runner::exercise
