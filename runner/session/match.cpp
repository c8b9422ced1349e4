#include "runner/session/match.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "detectors/outline.hpp"
#include "runner/session/files.hpp"

namespace runner::session {
namespace {

namespace fs = std::filesystem;
using detectors::source::SourceFile;

void add(Faults& faults, const Faults& more) { faults.insert(faults.end(), more.begin(), more.end()); }

template <class T, class Read>
std::vector<T> read_or_note(const fs::path& path, Read read, Faults& faults) {
  const auto text = read_file(path);
  if (!text) return add(faults, text.error()), std::vector<T>{};
  auto values = read(path.string(), *text);
  if (!values) return add(faults, values.error()), std::vector<T>{};
  return *std::move(values);
}

void check_tree(const std::optional<fs::path>& tree, Faults& faults) {
  std::error_code error;
  if (tree && !fs::is_directory(*tree, error))
    faults.push_back(
        {tree->string(), {}, "is no folder", "name the folder that the paths of the key start from"});
}

Checked<review::FreeTextModel> load_model(const House& house) {
  const auto folder = house.data / "runner" / "review" / "english";
  const auto weights = folder / "freetext.toml", background = folder / "freetext-background.toml";
  const auto weights_text = read_file(weights), background_text = read_file(background);
  if (!weights_text) return tl::make_unexpected(weights_text.error());
  if (!background_text) return tl::make_unexpected(background_text.error());
  return review::read_free_text_model(weights.string(), *weights_text, background.string(), *background_text);
}

// Classes are read only where the key names one: most keys do not.
Checked<std::vector<std::string>> add_class_words(const House& house,
                                                  std::vector<review::FreeDefect>& defects) {
  std::vector<std::string> notes;
  if (std::ranges::all_of(defects, [](const auto& defect) { return defect.class_id.empty(); })) return notes;
  const auto classes = detectors::load_classes(house.data / "detectors" / "classes");
  if (!classes) return tl::make_unexpected(classes.error());
  for (auto& defect : defects) {
    if (defect.class_id.empty()) continue;
    const auto known = std::ranges::find(*classes, defect.class_id, &detectors::DefectClass::id);
    if (known != classes->end()) {
      defect.class_words = known->words;
    } else {
      notes.push_back(fmt::format("{}: no class '{}' is known here; only its description is used", defect.id,
                                  defect.class_id));
      defect.class_id.clear();
    }
  }
  return notes;
}

// The file below the tree that a path means, links resolved; none when it is elsewhere or no regular file of
// fair size.
std::optional<fs::path> file_below(const fs::path& tree, const std::string& path) {
  std::error_code error;
  const auto root = fs::canonical(tree, error);
  if (error) return std::nullopt;
  auto file = fs::canonical(root / fs::path(path).relative_path(), error);
  if (error || !fs::is_regular_file(file, error) || error) return std::nullopt;
  const auto [end, rest] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
  if (end != root.end() || fs::file_size(file, error) > largest_source || error) return std::nullopt;
  return file;
}

}  // namespace

std::vector<review::FreeFile> read_outlines(const fs::path& tree, const review::FreeKey& key,
                                            std::vector<std::string>& notes) {
  std::set<std::string> named;
  for (const auto& defect : key.defects)
    if (!defect.place.path.empty() && !defect.place.lines.none()) named.insert(defect.place.path);
  std::vector<review::FreeFile> files;
  for (const auto& path : named) {
    const auto file = file_below(tree, path);
    auto text = file ? read_file(*file) : Checked<std::string>(tl::make_unexpected(Faults{}));
    if (text && detectors::source::looks_like_text(*text))
      files.push_back({path, detectors::outline(SourceFile(path, *std::move(text)))});
    else
      notes.push_back(
          fmt::format("{}: not read: no regular text file of at most 2 MiB below the tree", path));
  }
  return files;
}

Checked<Matched> match(const House& house, const MatchRequest& request) {
  Faults faults;
  Matched matched;
  matched.key.defects = read_or_note<review::FreeDefect>(request.key, read_free_defects, faults);
  matched.key.comments = read_or_note<review::FreeComment>(request.comments, read_free_comments, faults);
  check_tree(request.tree, faults);
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  const auto model = load_model(house);
  if (!model) return tl::make_unexpected(model.error());
  const auto language = load_language(house);
  if (!language) return tl::make_unexpected(language.error());
  auto notes = add_class_words(house, matched.key.defects);
  if (!notes) return tl::make_unexpected(notes.error());
  matched.notes = *std::move(notes);
  if (request.tree) matched.key.code = read_outlines(*request.tree, matched.key, matched.notes);
  matched.matching = review::match_free_text(matched.key, *model, *language);
  return matched;
}

}  // namespace runner::session
