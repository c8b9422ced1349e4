// A claim read against the key's words: which phrases it says, of whom, and whether it means them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "runner/review/claim.hpp"
#include "runner/review/key_words.hpp"

namespace runner::review {

struct Said {
  Owner owner;
  PhraseId phrase = 0;
  std::size_t sentence = 0;
  Range range;
  Reading reading;
  Wish wish = Wish::none;  // of a remedy: is it asked for, or only spoken of?
  [[nodiscard]] bool meant() const { return reading.stance == Stance::asserted; }
};

struct Speech {
  Tokens tokens;
  Marks marks;
  std::vector<Said> said;  // by owner, then place in the text

  [[nodiscard]] std::span<const Said> of(std::size_t vocabulary, Concept kind) const;
};

[[nodiscard]] Speech listen(std::string text, const KeyWords& words, const LanguageData& language);

// The classes (indices into KeyWords::classes, ascending, each once) whose cause the claim asserts, in one
// sentence or in all of it.
[[nodiscard]] std::vector<std::size_t> causes_meant(const Speech& speech, const KeyWords& words);
[[nodiscard]] std::vector<std::size_t> causes_meant_in(const Speech& speech, const KeyWords& words,
                                                       std::size_t sentence);

// More keywords than sentences: causes of many unlike classes side by side, each in words of its own, or
// nothing but topics.
[[nodiscard]] bool keyword_soup(const Speech& speech, const KeyWords& words);

}  // namespace runner::review
