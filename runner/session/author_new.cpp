// Skeletons, from runner/exercise/skeletons: files with {{names}} in them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "detectors/source/nearest.hpp"
#include "runner/exercise/folder.hpp"
#include "runner/git/staging.hpp"
#include "runner/session/author.hpp"
#include "runner/session/author_patches.hpp"
#include "runner/session/files.hpp"

namespace runner::session {
namespace {

namespace fs = std::filesystem;
using Fillings = std::vector<std::pair<std::string, std::string>>;

struct Toolchain {
  std::string_view language;
  std::string_view profile;
  std::string_view ending;  // of a proof
};
constexpr std::array<Toolchain, 6> toolchains{{{"go", "go", "go"},
                                               {"java", "java", "java"},
                                               {"javascript", "node", "mjs"},
                                               {"python", "python", "py"},
                                               {"sql", "postgres", "sql"},
                                               {"typescript", "node", "mjs"}}};

std::string filled(std::string text, const Fillings& fillings) {
  for (const auto& [name, value] : fillings) {
    const auto mark = "{{" + name + "}}";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
      text.replace(at, mark.size(), value);
  }
  return text;
}

Checked<std::string> skeleton(const House& house, std::string_view name, const Fillings& fillings) {
  auto text = read_file(house.data / "runner" / "exercise" / "skeletons" / name);
  if (!text) return tl::make_unexpected(text.error());
  return filled(*std::move(text), fillings);
}

// "shipment-notified-twice" as a type's name.
std::string capitalised(std::string_view id) {
  std::string name;
  bool begins = true;
  for (const char c : id) {
    if (c != '-') name += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    begins = c == '-';
  }
  return name;
}

std::optional<Fault> bad_name(const std::string& id) {
  const auto reason = exercise::bad_id(id);
  if (reason.empty()) return std::nullopt;
  return Fault{id, {}, "is no id: " + reason, "choose a name like order-search"};
}

std::optional<Fault> taken(const fs::path& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return std::nullopt;
  return Fault{path.string(), {}, "exists already", "choose another name, or edit that one"};
}

Checked<std::string> what_of(const House& house, const std::string& class_id) {
  const auto classes = detectors::load_classes(house.data / "detectors" / "classes");
  if (!classes) return tl::make_unexpected(classes.error());
  std::vector<std::string> ids;
  for (const auto& each : *classes) {
    if (each.id == class_id) return each.what;
    ids.push_back(each.id);
  }
  return faulty({class_id,
                 {},
                 "is no class of the catalogue",
                 detectors::source::did_you_mean(class_id, ids)
                     .value_or("they are: " + fmt::format("{}", fmt::join(ids, ", ")))});
}

struct Piece {
  std::string path;  // below the folder that is made
  std::string text;
};

// The folder whole, or nothing of it.
Checked<Files> write_folder(const fs::path& target, const std::vector<Piece>& pieces) {
  auto staging = git::Staging::beside(target);
  if (!staging) return tl::make_unexpected(staging.error());
  Files written;
  for (const auto& piece : pieces) {
    if (const auto fault = staging->write(piece.path, piece.text)) return faulty(*fault);
    written.push_back(target / piece.path);
  }
  if (const auto fault = staging->move_into_place()) return faulty(*fault);
  return written;
}

Checked<fs::path> made(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) return folder;
  return faulty({folder.string(), {}, "cannot be made: " + error.message(), remedy_for(error)});
}

// The ending of the proofs that are there already, else of the exercise's language.
std::string proof_ending(const fs::path& folder) {
  Faults ignored;
  const auto read = exercise::read_folder(folder, ignored);
  for (const auto& id : exercise::defect_ids(read))
    if (const auto name = exercise::proof_name(read, id); !name.empty())
      return name.substr(name.find('.') + 1);
  const auto& manifest = exercise::text_at(read, "exercise.toml");
  for (const auto& each : toolchains)
    if (manifest.find(fmt::format("\ntoolchain = \"{}\"", each.profile)) != std::string::npos)
      return std::string(each.ending);
  return "py";
}

}  // namespace

std::vector<std::string> skeleton_languages() {
  std::vector<std::string> names;
  for (const auto& each : toolchains) names.emplace_back(each.language);
  return names;
}

Checked<Files> new_exercise(const House& house, const fs::path& exercises, const std::string& id,
                            const std::string& language) {
  if (const auto fault = bad_name(id)) return faulty(*fault);
  if (const auto fault = taken(exercises / id)) return faulty(*fault);
  const auto known = std::find_if(toolchains.begin(), toolchains.end(),
                                  [&](const auto& each) { return each.language == language; });
  if (known == toolchains.end())
    return faulty({language,
                   {},
                   "is no language that exercises are written in",
                   fmt::format("choose one of {}", fmt::join(skeleton_languages(), ", "))});
  const auto manifest =
      skeleton(house, "exercise.toml",
               {{"id", id}, {"language", language}, {"toolchain", std::string(known->profile)}});
  if (!manifest) return tl::make_unexpected(manifest.error());
  if (const auto folder = made(exercises); !folder) return tl::make_unexpected(folder.error());
  return write_folder(
      exercises / id,
      {{"exercise.toml", *manifest}, {"brief.md", ""}, {"pull-request.md", ""}, {"before.patch", ""}});
}

Checked<Files> new_defect(const House& house, const fs::path& exercises, const std::string& exercise,
                          const std::string& id, const std::string& class_id) {
  const auto folder = draft_folder(exercises, exercise);
  if (!folder) return tl::make_unexpected(folder.error());
  if (const auto fault = bad_name(id)) return faulty(*fault);
  const auto target = *folder / "defects" / id;
  if (const auto fault = taken(target)) return faulty(*fault);
  const auto what = what_of(house, class_id);
  if (!what) return tl::make_unexpected(what.error());
  const Fillings fillings{{"id", id},
                          {"class", class_id},
                          {"what", *what},
                          {"Name", capitalised(id)},
                          {"classes", "detectors/classes"}};
  const auto proof = "proof." + proof_ending(*folder);
  const auto manifest = skeleton(house, "defect.toml", fillings);
  const auto program = skeleton(house, proof, fillings);
  if (!manifest) return tl::make_unexpected(manifest.error());
  if (!program) return tl::make_unexpected(program.error());
  if (const auto parent = made(*folder / "defects"); !parent) return tl::make_unexpected(parent.error());
  return write_folder(target, {{"defect.toml", *manifest}, {proof, *program}});
}

Checked<Files> new_decoy(const House& house, const fs::path& exercises, const std::string& exercise,
                         const std::string& id, const std::string& class_id) {
  const auto folder = draft_folder(exercises, exercise);
  if (!folder) return tl::make_unexpected(folder.error());
  if (const auto fault = bad_name(id)) return faulty(*fault);
  const auto target = *folder / "decoys" / (id + ".toml");
  if (const auto fault = taken(target)) return faulty(*fault);
  const auto what = what_of(house, class_id);
  if (!what) return tl::make_unexpected(what.error());
  const auto manifest = skeleton(house, "decoy.toml", {{"id", id}, {"class", class_id}, {"what", *what}});
  if (!manifest) return tl::make_unexpected(manifest.error());
  if (const auto parent = made(*folder / "decoys"); !parent) return tl::make_unexpected(parent.error());
  if (const auto done = write_file(target, *manifest); !done) return tl::make_unexpected(done.error());
  return Files{target};
}

}  // namespace runner::session
