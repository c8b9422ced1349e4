#include "runner/review/phrase_book.hpp"

#include <algorithm>

#include "runner/review/stem.hpp"

namespace runner::review {
namespace {
constexpr int deepest_set = 8;            // sets that name sets; a cycle is refused when the language is read
constexpr std::size_t shortest_typo = 6;  // letters of a word that may be misspelt
constexpr std::size_t shortest_typo_stem = 5;
}  // namespace

PhraseBook::PhraseBook(const LanguageData& language) : language_(language) {}

PhraseBook::WordId PhraseBook::word(const std::string& stem) {
  const auto [found, added] = lexicon_.try_emplace(stem, static_cast<WordId>(lexicon_.size()));
  if (added) {
    needing_.emplace_back();
    if (!stem.empty()) by_shape_[{stem.front(), stem.size()}].emplace_back(stem, found->second);
  }
  return found->second;
}

// "back_off" is also found in a text that writes "backoff".
void PhraseBook::add_row(const std::vector<std::string>& stems, std::vector<Row>& rows) {
  Row row;
  std::string joined;
  for (const auto& stem : stems) {
    row.push_back(word(stem));
    joined += stem;
  }
  rows.push_back(std::move(row));
  if (stems.size() == 2) rows.push_back({word(joined)});
}

void PhraseBook::collect(const std::string& name, std::vector<Row>& rows, int depth) {
  const auto found = language_.sets.find(name);
  if (found == language_.sets.end() || depth > deepest_set) return;
  for (const auto& member : found->second) {
    if (const auto inner = set_named_by(member)) {
      collect(*inner, rows, depth + 1);
      continue;
    }
    std::vector<std::string> stems;
    for (const auto& token : tokenize(member, language_).tokens) stems.push_back(token.stem);
    if (!stems.empty()) add_row(stems, rows);
  }
}

std::size_t PhraseBook::set(const std::string& name) {
  if (const auto found = set_ids_.find(name); found != set_ids_.end()) return found->second;
  std::vector<Row> rows;
  collect(name, rows, 0);
  std::ranges::sort(rows);
  rows.erase(std::ranges::unique(rows).begin(), rows.end());
  sets_.push_back(std::move(rows));
  return set_ids_[name] = sets_.size() - 1;
}

PhraseBook::CompiledTerm PhraseBook::compile(const Term& term) {
  CompiledTerm compiled{.optional = term.optional, .gap = term.gap};
  for (const auto& alternative : term.alternatives) {
    switch (alternative.kind) {
      case Alternative::Kind::words:
        add_row(alternative.stems, compiled.rows);
        break;
      case Alternative::Kind::set:
        compiled.sets.push_back(set(alternative.set));
        break;
      case Alternative::Kind::number:
        compiled.number = true;
        break;
    }
  }
  return compiled;
}

std::vector<std::string> PhraseBook::stems_of(std::string_view piece) {
  const auto [found, added] = stems_.try_emplace(std::string(piece));
  if (added)
    for (auto& token : tokenize(std::string(piece), language_).tokens)
      found->second.push_back(std::move(token.stem));
  return found->second;
}

bool PhraseBook::knows_sets(const Phrase& phrase) const {
  for (const auto& side : phrase.sides)
    for (const auto& term : side)
      for (const auto& alternative : term.alternatives)
        if (alternative.kind == Alternative::Kind::set && !language_.sets.contains(alternative.set))
          return false;
  return true;
}

PhraseId PhraseBook::add(std::string_view text) {
  if (const auto found = ids_.find(text); found != ids_.end()) return found->second;
  const auto id = texts_.size();
  texts_.emplace_back(text);
  ids_.emplace(std::string(text), id);
  auto& sides = phrases_.emplace_back();
  const auto phrase = read_phrase(text, [&](std::string_view piece) { return stems_of(piece); });
  if (phrase && knows_sets(*phrase)) {
    for (const auto& side : phrase->sides) {
      auto& compiled = sides.emplace_back();
      for (const auto& term : side) compiled.push_back(compile(term));
    }
    index(id);
  }
  return id;
}

// The phrase is looked at where its rarest needed term can begin: words before sets, few before many.
void PhraseBook::index(PhraseId phrase) {
  const CompiledTerm* rarest = nullptr;
  std::size_t fewest = 0;
  for (const auto& side : phrases_[phrase]) {
    for (const auto& term : side) {
      if (term.optional) continue;
      std::size_t count = term.rows.size() + (term.number ? 1000 : 0);
      for (const auto set : term.sets) count += 2 * sets_[set].size();
      if (rarest != nullptr && count >= fewest) continue;
      rarest = &term;
      fewest = count;
    }
  }
  if (rarest == nullptr) return;
  std::vector<WordId> first;
  for (const auto& row : rarest->rows) first.push_back(row.front());
  for (const auto set : rarest->sets)
    for (const auto& row : sets_[set]) first.push_back(row.front());
  std::ranges::sort(first);
  first.erase(std::ranges::unique(first).begin(), first.end());
  for (const auto id : first) needing_[id].push_back(phrase);
  if (rarest->number) needing_number_.push_back(phrase);
}

// The words of the lexicon that a misspelt word may mean. None for a word that the lexicon has, for a short
// one, and for those that the language calls distinct ("content" is no misspelling of "context").
std::vector<PhraseBook::WordId> PhraseBook::resembling(const Token& token) const {
  std::vector<WordId> found;
  const auto& stem = token.stem;
  if (token.word.size() < shortest_typo || stem.size() < shortest_typo_stem) return found;
  if (language_.distinct.contains(token.word) || language_.distinct.contains(stem)) return found;
  for (auto size = stem.size() - 1; size <= stem.size() + 1; ++size) {
    const auto bucket = by_shape_.find({stem.front(), size});
    if (bucket == by_shape_.end() || size < shortest_typo_stem) continue;
    for (const auto& [known, id] : bucket->second)
      if (one_slip_apart(stem, known)) found.push_back(id);
  }
  return found;
}

}  // namespace runner::review
