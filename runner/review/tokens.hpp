// A text as rows of words: what phrases, polarity and comparison are read on. Reusable for any English text:
// claims, code, titles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/position.hpp"
#include "runner/review/language.hpp"

namespace runner::review {

struct Token {
  std::string word;                   // folded: lower case, no accents, American spelling
  std::string stem;                   // irregular forms led back: "hung" -> "hang"
  detectors::source::ByteSpan bytes;  // in the text; the parts of "doesn't" share one span
  std::size_t clause = 0;             // counts up at commas, dashes, brackets, colons
  std::size_t name = 0;   // parts of one identifier share a number above 0, and carry its number of parts
  std::size_t parts = 1;  // of the identifier that starts here; 1 for every other token
};

struct Sentence {
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
  detectors::source::ByteSpan bytes;
  bool question = false;
};

struct Tokens {
  std::string text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  // a very long one is cut: none has more than longest_sentence tokens
};

inline constexpr std::size_t longest_sentence = 120;
inline constexpr std::size_t most_tokens = 4000;  // what stands behind them is not read

[[nodiscard]] Tokens tokenize(std::string text, const LanguageData& language);

// The text from the first byte of token `first` to the last byte of token `last - 1`.
[[nodiscard]] std::string quote(const Tokens& tokens, std::size_t first, std::size_t last);

}  // namespace runner::review
