// Many phrases found in one pass over a text: each phrase is looked at only where a word that it needs
// occurs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runner/review/language_data.hpp"
#include "runner/review/phrase.hpp"
#include "runner/review/tokens.hpp"

namespace runner::review {

using PhraseId = std::size_t;

// Where a phrase was found: tokens [first, last) of one sentence, from its first to its last word.
struct Hit {
  PhraseId phrase = 0;
  std::size_t sentence = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  friend bool operator==(const Hit&, const Hit&) = default;
};

class PhraseBook {
 public:
  explicit PhraseBook(const LanguageData& language);

  // The same text gives the same id. A phrase that is not sound, or names an unknown set, is kept and never
  // found.
  PhraseId add(std::string_view text);
  [[nodiscard]] const std::string& text(PhraseId phrase) const { return texts_[phrase]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

  // The first and tightest place of each phrase in each sentence, by sentence, then phrase.
  [[nodiscard]] std::vector<Hit> find(const Tokens& tokens) const;

 private:
  friend class Finder;
  using WordId = std::uint32_t;
  using Row = std::vector<WordId>;  // words directly behind each other
  struct Reading {                  // a word of the lexicon that a text shows, over this many tokens
    WordId word = 0;
    std::size_t length = 1;
  };
  struct CompiledTerm {
    std::vector<Row> rows;
    std::vector<std::size_t> sets;
    bool number = false;
    bool optional = false;
    int gap = usual_gap;
  };
  using Side = std::vector<CompiledTerm>;

  [[nodiscard]] std::vector<std::string> stems_of(std::string_view piece);
  [[nodiscard]] bool knows_sets(const Phrase& phrase) const;
  WordId word(const std::string& stem);
  void add_row(const std::vector<std::string>& stems, std::vector<Row>& rows);
  std::size_t set(const std::string& name);
  void collect(const std::string& name, std::vector<Row>& rows, int depth);
  CompiledTerm compile(const Term& term);
  void index(PhraseId phrase);
  [[nodiscard]] std::vector<WordId> resembling(const Token& token) const;

  const LanguageData& language_;
  std::unordered_map<std::string, std::vector<std::string>> stems_;  // of pieces of phrases: most come again
  std::vector<std::string> texts_;
  std::map<std::string, PhraseId, std::less<>> ids_;
  std::vector<std::vector<Side>> phrases_;
  std::unordered_map<std::string, WordId> lexicon_;  // never iterated: order cannot leak
  std::map<std::pair<char, std::size_t>, std::vector<std::pair<std::string, WordId>>> by_shape_;  // for typos
  std::vector<std::vector<Row>> sets_;
  std::map<std::string, std::size_t> set_ids_;
  std::vector<std::vector<PhraseId>> needing_;  // by word: phrases to look at where it occurs
  std::vector<PhraseId> needing_number_;
};

}  // namespace runner::review
