#include "runner/review/key_words.hpp"

#include <algorithm>
#include <string>

namespace runner::review {
namespace {

bool lack_of(std::string_view cause, std::string_view topic) {
  for (const std::string_view absence :
       {"{absent} ", "{absent} ... ", "no_", "no ", "missing_", "missing ", "without_", "not ", "not_"})
    if (cause.starts_with(absence) && cause.substr(absence.size()) == topic) return true;
  return false;
}

class Compiler {
 public:
  Compiler(KeyWords& words, std::vector<std::vector<Owner>>& owners) : words_(words), owners_(owners) {}

  void add(const Words& words, std::size_t vocabulary) {
    add(words.topic, {vocabulary, Concept::topic});
    add(words.cause, {vocabulary, Concept::cause});
    add(words.effect, {vocabulary, Concept::effect});
    add(words.remedy, {vocabulary, Concept::remedy});
    add(words.wrong_remedy, {vocabulary, Concept::wrong_remedy});
    for (const auto& topic : words.topic)
      if (std::ranges::any_of(words.cause, [&](const std::string& cause) { return lack_of(cause, topic); }))
        add({topic}, {vocabulary, Concept::lackable});
  }

  void add(const std::vector<std::string>& phrases, Owner owner) {
    for (const auto& phrase : phrases) {
      const auto id = words_.book.add(phrase);
      if (owners_.size() <= id) owners_.resize(id + 1);
      if (std::ranges::find(owners_[id], owner) == owners_[id].end()) owners_[id].push_back(owner);
    }
  }

 private:
  KeyWords& words_;
  std::vector<std::vector<Owner>>& owners_;
};

void mark_kin(KeyWords& words) {
  const auto count = words.classes.size();
  words.kin.assign(count, std::vector<bool>(count, false));
  for (const auto& owners : words.owners)
    for (const auto& one : owners)
      for (const auto& other : owners)
        if (one.kind == Concept::cause && other.kind == Concept::cause && one.vocabulary < count &&
            other.vocabulary < count)
          words.kin[one.vocabulary][other.vocabulary] = true;
}

// Each class once; a defect whose class is not in the key brings the class with it.
std::vector<const Words*> collect_classes(const Key& key, KeyWords& words) {
  std::vector<const Words*> sources;
  const auto index_of = [&](const std::string& id) {
    return static_cast<std::size_t>(std::ranges::find(words.classes, id) - words.classes.begin());
  };
  for (const auto& known : key.classes) {
    words.classes.push_back(known.class_id);
    sources.push_back(&known.words);
  }
  for (const auto& defect : key.defects) {
    const auto at = index_of(defect.class_id);
    if (at == words.classes.size()) {
      words.classes.push_back(defect.class_id);
      sources.push_back(&defect.class_words);
    }
    words.class_of_defect.push_back(at);
  }
  for (const auto& decoy : key.decoys) words.class_of_decoy.push_back(index_of(decoy.class_id));
  words.at_stake.assign(words.classes.size() + 1, false);  // the last for "none that is known"
  for (const auto at : words.class_of_defect) words.at_stake[at] = true;
  for (const auto at : words.class_of_decoy) words.at_stake[at] = true;
  for (const auto& sighting : key.sightings) words.at_stake[index_of(sighting.class_id)] = true;
  return sources;
}

}  // namespace

std::size_t KeyWords::class_of(std::size_t vocabulary) const {
  if (vocabulary < classes.size()) return vocabulary;
  vocabulary -= classes.size();
  if (vocabulary < class_of_defect.size()) return class_of_defect[vocabulary];
  return class_of_decoy[vocabulary - class_of_defect.size()];
}

KeyWords compile(const Key& key, const LanguageData& language) {
  KeyWords words{.book = PhraseBook(language)};
  words.parts = add_parts(words.book, language);
  const auto sources = collect_classes(key, words);
  Compiler compiler(words, words.owners);
  for (std::size_t i = 0; i < sources.size(); ++i) compiler.add(*sources[i], i);
  for (std::size_t i = 0; i < key.defects.size(); ++i) {
    const auto& defect = key.defects[i];
    const auto known = sources[words.class_of_defect[i]];
    compiler.add(defect.words, words.of_defect(i));
    if (*known != defect.class_words) compiler.add(defect.class_words, words.of_defect(i));
    compiler.add(defect.near_misses, {words.of_defect(i), Concept::near_miss});
  }
  for (std::size_t i = 0; i < key.decoys.size(); ++i)
    compiler.add(key.decoys[i].false_alarm, {words.of_decoy(i), Concept::false_alarm});
  words.owners.resize(words.book.size());
  mark_kin(words);
  return words;
}

}  // namespace runner::review
