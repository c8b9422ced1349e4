// Which labels the calls of a text can have, by its words alone. Says too much rather than too little: what
// it leaves out, no call of the text has after parsing and resolving.
//
// A row "requests.post" needs the word "post", and one by which a value of "requests" comes into a file: the
// module's name, or the name of a call that gives such a value.
#pragma once

#include <vector>

#include "detectors/facts/lexicon.hpp"
#include "detectors/facts/tables.hpp"
#include "detectors/syntax/language.hpp"

namespace detectors::facts {

class Clues {
 public:
  Clues(const Tables& tables, syntax::Language language, Lexicon& lexicon);
  [[nodiscard]] Labels possible(const Present& present) const;
  // One of these stands in each text that has a value of the type.
  [[nodiscard]] const std::vector<Word>& words_of_type(TypeId type) const {
    return types_[static_cast<std::size_t>(type)];
  }

 private:
  struct Clue {
    std::vector<Word> all_of;
    std::vector<Word> any_of;  // empty: nothing more is asked
    Labels labels;
  };
  void add_type_words(const Tables& tables, syntax::Language language, Lexicon& lexicon);
  void add_rows(const Tables& tables, syntax::Language language, Lexicon& lexicon);
  void add_analysis(const Tables& tables, Lexicon& lexicon);

  std::vector<Clue> clues_;
  std::vector<std::vector<Word>> types_;
  Labels always_;
  // What the analysis adds to the calls that have one of the first.
  std::vector<std::pair<Labels, Labels>> implied_;
};

}  // namespace detectors::facts
