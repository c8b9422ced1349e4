#include "runner/session/house.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detectors/source/nearest.hpp"
#include "runner/session/files.hpp"

namespace runner::session {
namespace fs = std::filesystem;

std::string_view tool_version() { return SEEDFAULT_VERSION; }

namespace {

bool holds_data(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "detectors" / "classes", ignored) &&
         fs::is_directory(folder / "exercises", ignored);
}

Checked<fs::path> find_data(const Variable& variable) {
  if (const auto chosen = variable("SEEDFAULT_DATA"); chosen && !chosen->empty()) {
    if (holds_data(*chosen)) return fs::absolute(*chosen).lexically_normal();
    return faulty({*chosen,
                   {},
                   "SEEDFAULT_DATA names a folder without detectors/classes and exercises",
                   "point it at a seedfault source tree or at <prefix>/share/seedfault, or unset it"});
  }
  std::error_code ignored;
  const auto program = fs::read_symlink("/proc/self/exe", ignored);
  auto installed = (program.parent_path() / ".." / "share" / "seedfault").lexically_normal();
  if (!program.empty() && holds_data(installed)) return installed;
  if (holds_data(SEEDFAULT_SOURCE_DIR)) return fs::path(SEEDFAULT_SOURCE_DIR);
  return faulty(
      {program.string(),
       {},
       fmt::format("no data found in {} or {}", installed.string(), SEEDFAULT_SOURCE_DIR),
       "run ./setup install, or set SEEDFAULT_DATA to the folder that holds exercises/ and detectors/"});
}

Checked<fs::path> find_store(const Variable& variable) {
  if (const auto data_home = variable("XDG_DATA_HOME"); data_home && fs::path(*data_home).is_absolute())
    return fs::path(*data_home) / "seedfault";
  if (const auto home = variable("HOME"); home && fs::path(*home).is_absolute())
    return fs::path(*home) / ".local" / "share" / "seedfault";
  return faulty({"XDG_DATA_HOME",
                 {},
                 "neither XDG_DATA_HOME nor HOME names an absolute folder",
                 "set XDG_DATA_HOME to a folder that seedfault may write to"});
}

Checked<fs::path> find_bank(const Variable& variable) {
  const auto chosen = variable("SEEDFAULT_BANK");
  if (!chosen || chosen->empty()) return fs::path{};
  std::error_code ignored;
  if (fs::is_directory(*chosen, ignored)) return fs::absolute(*chosen).lexically_normal();
  return faulty({*chosen,
                 {},
                 "SEEDFAULT_BANK names no folder",
                 "point it at a folder that holds exercises, or unset it"});
}

}  // namespace

fs::path bank_of(const House& house) { return house.bank.empty() ? house.data / "exercises" : house.bank; }

Checked<House> find_house(const Variable& variable) {
  auto data = find_data(variable);
  auto store = find_store(variable);
  auto bank = find_bank(variable);
  Faults faults;
  if (!data) faults = std::move(data.error());
  if (!store) faults.insert(faults.end(), store.error().begin(), store.error().end());
  if (!bank) faults.insert(faults.end(), bank.error().begin(), bank.error().end());
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return House{.data = *std::move(data), .store = *std::move(store), .bank = *std::move(bank)};
}

std::vector<std::string> exercise_ids(const House& house) { return exercise::list(bank_of(house)); }

Checked<exercise::Exercise> load_exercise(const House& house, std::string_view id) {
  const auto ids = exercise_ids(house);
  if (std::find(ids.begin(), ids.end(), id) != ids.end())
    return exercise::load(bank_of(house) / std::string(id));
  const auto meant = detectors::source::did_you_mean(id, ids);
  return faulty({std::string(id),
                 {},
                 "no such exercise",
                 (meant ? *meant + " " : "") + "`seedfault list` shows them all"});
}

Checked<exercise::SampleReview> sample_named(const exercise::Exercise& exercise, const std::string& name) {
  std::vector<std::string> names;
  for (const auto& sample : exercise.reviews) {
    if (sample.name == name) return sample;
    names.push_back(sample.name);
  }
  return faulty({exercise.id,
                 {},
                 fmt::format("has no sample review '{}'", name),
                 fmt::format("its samples are: {}", fmt::join(names, ", "))});
}

BankListing load_bank(const House& house) {
  BankListing listing;
  for (const auto& id : exercise_ids(house)) {
    auto loaded = exercise::load(bank_of(house) / id);
    if (loaded)
      listing.exercises.push_back(*std::move(loaded));
    else
      listing.faults.insert(listing.faults.end(), loaded.error().begin(), loaded.error().end());
  }
  return listing;
}

std::vector<fs::path> data_folders(const House& house) {
  const auto detectors = house.data / "detectors";
  return {detectors / "classes", detectors / "rules", detectors / "languages", detectors / "tables",
          house.data / "runner" / "review" / "english"};
}

Checked<detectors::Catalog> load_catalog(const House& house) { return detectors::load_catalog(house.data); }

Checked<review::Language> load_language(const House& house) {
  const auto folder = house.data / "runner" / "review" / "english";
  auto names = files_in(folder, ".toml");
  if (!names) return tl::make_unexpected(names.error());
  std::vector<review::LanguageFile> files;
  for (const auto& name : *names) {
    auto text = read_file(folder / name);
    if (!text) return tl::make_unexpected(text.error());
    files.push_back({.path = (folder / name).string(), .text = *std::move(text)});
  }
  return review::read_language(files);
}

}  // namespace runner::session
