#include "runner/review/language.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "detectors/source/manifest.hpp"
#include "runner/review/language_data.hpp"
#include "runner/review/phrase.hpp"
#include "runner/review/stem.hpp"

namespace runner::review {
namespace {

using detectors::source::Checked;
using detectors::source::Faults;
using detectors::source::Manifest;

std::string_view stem_of_path(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  return path.ends_with(".toml") ? path.substr(0, path.size() - 5) : path;
}

void read_lists(Manifest& manifest, std::map<std::string, std::vector<std::string>, std::less<>>& into) {
  for (const auto& name : manifest.keys()) into[name] = manifest.texts(name);
}

void read_forms(Manifest& manifest, LanguageData& data) {
  if (auto table = manifest.table("irregular"))
    for (const auto& base : table->keys())
      for (const auto& form : table->texts(base)) data.irregular[folded(form)] = folded(base);
  if (auto table = manifest.table("contractions"))
    for (const auto& word : table->keys()) data.contractions[folded(word)] = table->texts(word);
  for (const auto& word : manifest.texts("distinct")) data.distinct.insert(folded(word));
}

// Every set that a member names must be there, and no set may hold itself.
void check_set(const LanguageData& data, const std::string& name, const std::string& path,
               std::vector<std::string>& above, Faults& faults) {
  if (std::ranges::find(above, name) != above.end()) {
    faults.push_back(
        {path, {}, fmt::format("the set '{}' holds itself", name), "take one of the references out"});
    return;
  }
  const auto found = data.sets.find(name);
  if (found == data.sets.end()) {
    faults.push_back({path, {}, fmt::format("there is no set '{}'", name), "define it, or name another"});
    return;
  }
  above.push_back(name);
  for (const auto& member : found->second)
    if (const auto inner = set_named_by(member)) check_set(data, *inner, path, above, faults);
  above.pop_back();
}

void check_members(const LanguageData& data, const std::string& path, Faults& faults) {
  for (const auto& [name, members] : data.sets) {
    if (members.empty())
      faults.push_back({path, {}, fmt::format("the set '{}' is empty", name), "give it members"});
    for (const auto& member : members) {
      if (set_named_by(member)) continue;
      if (const auto problem = phrase_problem(member, data))
        faults.push_back({path, {}, fmt::format("in the set '{}': {}", name, *problem), "mend the member"});
    }
  }
}

void read_file(const LanguageFile& file, LanguageData& data, Faults& faults) {
  auto manifest = Manifest::read(file.path, file.text);
  if (!manifest) {
    faults.insert(faults.end(), manifest.error().begin(), manifest.error().end());
    return;
  }
  const auto what = stem_of_path(file.path);
  if (what == "synonyms")
    read_lists(*manifest, data.sets);
  else if (what == "polarity")
    read_lists(*manifest, data.lists);
  else if (what == "forms")
    read_forms(*manifest, data);
  else
    faults.push_back({file.path, {}, "not a file of the language", "name it synonyms, polarity or forms"});
  const auto found = manifest->finish();
  faults.insert(faults.end(), found.begin(), found.end());
}

}  // namespace

Checked<Language> read_language(const std::vector<LanguageFile>& files) {
  auto data = std::make_shared<LanguageData>();
  Faults faults;
  std::string sets_path = "synonyms.toml";
  std::string lists_path = "polarity.toml";
  for (const auto& file : files) {
    if (stem_of_path(file.path) == "synonyms") sets_path = file.path;
    if (stem_of_path(file.path) == "polarity") lists_path = file.path;
    if (stem_of_path(file.path).starts_with("freetext")) continue;  // weights: freetext_model.hpp reads them
    read_file(file, *data, faults);
  }
  for (const auto& [name, members] : data->sets) {
    std::vector<std::string> above;
    check_set(*data, name, sets_path, above, faults);
  }
  if (!faults.empty()) return tl::make_unexpected(faults);  // members are read only where sets are sound
  check_members(*data, sets_path, faults);
  for (const auto& [name, phrases] : data->lists)
    for (const auto& phrase : phrases)
      if (const auto problem = phrase_problem(phrase, *data))
        faults.push_back(
            {lists_path, {}, fmt::format("in the list '{}': {}", name, *problem), "mend the phrase"});
  if (!faults.empty()) return tl::make_unexpected(faults);
  return Language(std::move(data));
}

std::string_view base_form(const LanguageData& language, std::string_view folded_word) {
  const auto found = language.irregular.find(folded_word);
  return found == language.irregular.end() ? folded_word : std::string_view(found->second);
}

const std::vector<std::string>& list_named(const LanguageData& language, std::string_view name) {
  static const std::vector<std::string> none;
  const auto found = language.lists.find(name);
  return found == language.lists.end() ? none : found->second;
}

}  // namespace runner::review
