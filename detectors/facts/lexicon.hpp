// The words that tables and rules speak of, and which of them stand in a text: what can be known of a file
// before it is parsed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detectors::facts {

using Word = std::uint32_t;

// By word: whether it stands in the text.
using Present = std::vector<bool>;

// A word is the longest run of ASCII's letters, digits and '_'. What a rule asks for is cut in the same way,
// so that names with other letters are found by their parts. The letter of "\n" in a literal may be part of a
// word or none: both are tried.
class Lexicon {
 public:
  // Digits behind a point are this word as well: a number that is not whole.
  static constexpr std::string_view fraction = ".0";

  // The same number for the same word; the empty word stands in every text.
  Word add(std::string_view word);
  // Stands where some word ends so: "session" in db_session.
  Word add_ending(std::string_view ending);
  // Stands where the second word is the next one after the first.
  Word add_pair(std::string_view first, std::string_view second);
  // In one pass over the text, whatever the number of words.
  [[nodiscard]] Present present_in(std::string_view text) const;
  // The same of the stems (words.hpp) of the words that names are made of: "token" of accessTokens.
  [[nodiscard]] Present stems_in(std::string_view text) const;

 private:
  struct Entry {
    std::uint32_t hash = 0;
    bool ending = false;
    Word word = 0;
    std::string text;                                 // "": free
    std::vector<std::pair<std::string, Word>> after;  // pairs that it ends, by their first word
  };
  Word add(std::string_view word, bool ending);
  [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint32_t hash, bool ending) const;
  const Entry* mark(std::string_view word, std::uint32_t hash, Present& present) const;
  void grow();

  std::vector<Entry> slots_ = std::vector<Entry>(64);  // a power of two, at most half full
  std::vector<std::size_t> ending_lengths_;            // ascending
  Word count_ = 1;
};

// The words of a dotted name, a pattern or a literal.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

}  // namespace detectors::facts
