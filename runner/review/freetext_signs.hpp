// What of a text is compared with another text: its words, pairs of words, pieces of words, names and
// numbers.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "runner/review/language_data.hpp"

namespace runner::review {

// A text out of Markdown: quotations and suggestions gone, what stood in backticks or code blocks beside it.
struct PlainText {
  std::string text;
  std::vector<std::string> code;
};
[[nodiscard]] PlainText plain_text(std::string_view markdown);

// A body whose list holds two items or more says several things: each item is one, with what stands outside
// of the list as one more. Any other body is one. Never empty.
[[nodiscard]] std::vector<PlainText> parts_of(std::string_view markdown);

// Each list is in the order of the text; a word that comes twice is there twice.
struct Signs {
  std::vector<std::string> words;  // stems of all words, parts of identifiers too
  std::vector<std::string> plain;  // those that are no part of a name in code
  std::vector<std::string> pairs;  // two stems behind each other, function words left out, each once
  std::vector<std::string>
      letters;  // four letters in a row, each once: misspelt and cut words still share most
  std::vector<std::string> names;    // identifiers, whole, without case and underscores, each once
  std::vector<std::string> numbers;  // each once
  std::size_t size = 0;              // distinct words that are no function words
};

using FunctionWords = std::unordered_set<std::string>;  // never iterated
[[nodiscard]] Signs signs_of(const PlainText& text, const FunctionWords& function_words,
                             const LanguageData& language);

// How the signs of a text are written in it: "queri" -> "queries", "chargecard" -> "charge_card".
using Forms = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] Forms forms_in(const PlainText& text, const LanguageData& language);

}  // namespace runner::review
