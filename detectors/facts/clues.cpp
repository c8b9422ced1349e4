#include "detectors/facts/clues.hpp"

#include <algorithm>
#include <string>

namespace detectors::facts {
namespace {

// "database/sql.DB" begins with "database/sql".
std::string_view first_segment(std::string_view name) {
  const auto slash = name.rfind('/');
  return name.substr(0, name.find('.', slash == std::string_view::npos ? 0 : slash));
}

std::string_view last_segment(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? name : name.substr(dot + 1);
}

std::string_view longest_word(std::string_view text) {
  std::string_view longest;
  for (const auto word : words_of(text))
    if (word.size() > longest.size()) longest = word;
  return longest;
}

// The word that is rare in files which have nothing to do with the name: of a module its root; in Java, where
// all roots are "java" and "org", the class.
std::string_view telling_word(std::string_view name, syntax::Language language) {
  const auto word =
      longest_word(language == syntax::Language::java ? last_segment(name) : first_segment(name));
  return word.empty() ? longest_word(name) : word;
}

void insert(std::vector<Word>& words, Word word) {
  const auto at = std::lower_bound(words.begin(), words.end(), word);
  if (at == words.end() || *at != word) words.insert(at, word);
}

// True when that was news.
bool insert_all(std::vector<Word>& words, const std::vector<Word>& more) {
  const auto before = words.size();
  for (const auto word : more) insert(words, word);
  return words.size() != before;
}

// "*prisma.?.create" stands for names whose part before the last but one ends with "prisma".
void add_endings(std::string_view before_last, Lexicon& lexicon, std::vector<Word>& words) {
  while (!before_last.empty()) {
    const auto dot = before_last.find('.');
    const auto part = words_of(before_last.substr(0, dot));
    if (!part.empty()) words.push_back(lexicon.add_ending(part.back()));
    before_last.remove_prefix(dot == std::string_view::npos ? before_last.size() : dot + 1);
  }
}

}  // namespace

Clues::Clues(const Tables& tables, syntax::Language language, Lexicon& lexicon) {
  add_type_words(tables, language, lexicon);
  add_rows(tables, language, lexicon);
  add_analysis(tables, lexicon);
}

// A value of a type comes from the type's own name (a constructor, an annotation, a base class), from a call
// that gives one, or from a value that it is an element of.
void Clues::add_type_words(const Tables& tables, syntax::Language language, Lexicon& lexicon) {
  types_.resize(tables.types().size());
  const auto of = [&](TypeId type) -> auto& { return types_[static_cast<std::size_t>(type)]; };
  for (const auto& [name, type] : tables.type_names())
    if (name != "row") insert(of(type), lexicon.add(telling_word(name, language)));
  for (const auto& [name, row] : tables.rows()) {
    const auto word = lexicon.add(longest_word(last_segment(name)));
    if (row->returns != no_type) insert(of(row->returns), word);
    if (row->callback_takes != no_type) insert(of(row->callback_takes), word);
  }
  for (bool more = true; more;) {
    more = false;
    for (std::size_t i = 0; i < types_.size(); ++i) {
      const auto& row = tables.types()[i];
      for (const auto made : {row.elements, row.called})
        if (made != no_type) more |= insert_all(of(made), types_[i]);
    }
  }
}

void Clues::add_rows(const Tables& tables, syntax::Language language, Lexicon& lexicon) {
  for (const auto& [name, row] : tables.rows()) {
    Clue clue{.labels = row->labels | row->callback};
    if (clue.labels.none()) continue;
    const auto last = last_segment(name);
    if (last != "__call__") clue.all_of.push_back(lexicon.add(longest_word(last)));
    if (name.starts_with('*'))
      add_endings(name.substr(1, name.size() - 1 - last.size()), lexicon, clue.all_of);
    if (!name.starts_with('*') && last.size() < name.size()) {
      const auto head = std::string_view(name).substr(0, name.size() - last.size() - 1);
      const auto type = tables.type_named(head);
      if (type != no_type) clue.any_of = words_of_type(type);
      insert(clue.any_of, lexicon.add(telling_word(head, language)));
    }
    clues_.push_back(std::move(clue));
  }
  for (std::size_t i = 0; i < types_.size(); ++i) {
    const auto& type = tables.types()[i];
    if (const auto labels = type.labels | type.handles | type.parameter; labels.any())
      clues_.push_back({.all_of = {}, .any_of = types_[i], .labels = labels});
  }
  for (const auto& [name, labels] : tables.keywords())
    clues_.push_back({.all_of = {lexicon.add(name)}, .any_of = {}, .labels = labels});
}

// facts/sql.cpp, resolve.cpp, checks.cpp and labels.cpp give these.
void Clues::add_analysis(const Tables& tables, Lexicon& lexicon) {
  const auto bits = [&](std::initializer_list<std::string_view> names) {
    Labels labels;
    for (const auto name : names)
      if (const auto bit = tables.label(name)) labels.set(*bit);
    return labels;
  };
  always_ = bits({"conflict-error", "duplicate-check"});
  clues_.push_back({.all_of = {lexicon.add("async")}, .any_of = {}, .labels = bits({"promise"})});
  implied_.emplace_back(bits({"sql"}),
                        bits({"read", "write", "insert", "update", "locks", "upsert", "limits", "begins",
                              "commit", "ends-transaction", "all-rows", "statement-unseen"}));
  implied_.emplace_back(bits({"sends-request"}), bits({"outbound-create", "outbound-write"}));
}

Labels Clues::possible(const Present& present) const {
  auto labels = always_;
  const auto here = [&](Word word) -> bool { return present[word]; };
  for (const auto& clue : clues_)
    if (std::all_of(clue.all_of.begin(), clue.all_of.end(), here) &&
        (clue.any_of.empty() || std::any_of(clue.any_of.begin(), clue.any_of.end(), here)))
      labels |= clue.labels;
  for (const auto& [has, adds] : implied_)
    if ((labels & has).any()) labels |= adds;
  return labels;
}

}  // namespace detectors::facts
