// The defect classes: detectors/classes/<class>.toml.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "detectors/catalog.hpp"
#include "detectors/read.hpp"
#include "detectors/source/manifest.hpp"

namespace detectors {
namespace {

template <std::size_t N>
std::vector<std::string_view> ids(const std::array<source::Theme, N>& themes) {
  std::vector<std::string_view> result;
  for (const auto& theme : themes) result.push_back(theme.id);
  return result;
}

source::Words read_words(source::Manifest& manifest) {
  auto words = manifest.table("words");
  if (!words) {
    if (!manifest.has("words"))
      manifest.fault("words", "the table [words] is missing", "add [words] with a list 'cause'");
    return {};
  }
  source::Words result{.topic = words->texts("topic"),
                       .cause = words->texts("cause"),
                       .effect = words->texts("effect"),
                       .remedy = words->texts("remedy"),
                       .wrong_remedy = words->texts("wrong_remedy")};
  if (result.cause.empty())
    words->fault("cause", "no words for the cause",
                 "add cause = [\"…\"]: without it no comment can be credited");
  return result;
}

DefectClass read_class(source::Manifest& manifest, std::string id) {
  const auto patterns = ids(source::outage_patterns);
  const auto skills = ids(source::skills);
  const auto instincts = ids(source::instincts);
  DefectClass result{.id = std::move(id)};
  result.title = manifest.required_text("title");
  result.pattern = manifest.required_choice("pattern", patterns);
  result.skill = manifest.required_choice("skill", skills);
  if (manifest.has("instinct")) result.instinct = manifest.required_choice("instinct", instincts);
  result.what = manifest.required_text("what");
  result.why = manifest.required_text("why");
  result.fix = manifest.required_text("fix");
  result.words = read_words(manifest);
  return result;
}

}  // namespace

source::Checked<std::vector<DefectClass>> load_classes(const std::filesystem::path& folder) {
  const auto files = files_with_ending(folder, ".toml");
  if (!files) return tl::make_unexpected(files.error());
  source::Faults faults;
  std::vector<DefectClass> classes;
  for (const auto& file : *files) {
    auto manifest = read_manifest(file);
    if (!manifest) {
      faults.insert(faults.end(), manifest.error().begin(), manifest.error().end());
      continue;
    }
    classes.push_back(read_class(*manifest, file.path.stem().string()));
    const auto found = manifest->finish();
    faults.insert(faults.end(), found.begin(), found.end());
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  std::sort(classes.begin(), classes.end(), [](auto& a, auto& b) { return a.id < b.id; });
  return classes;
}

const DefectClass* find_class(const Catalog& catalog, std::string_view id) {
  const auto found =
      std::lower_bound(catalog.classes.begin(), catalog.classes.end(), id,
                       [](const DefectClass& known, std::string_view wanted) { return known.id < wanted; });
  return found != catalog.classes.end() && found->id == id ? &*found : nullptr;
}

}  // namespace detectors
