#include "runner/review/code_words.hpp"

#include <algorithm>

#include "runner/review/language_data.hpp"

namespace runner::review {

bool telling(const Token& token, const LanguageData& language) {
  if (token.word.size() < 3 || (token.word.front() >= '0' && token.word.front() <= '9')) return false;
  const auto& common = list_named(language, "code_words");
  return std::ranges::find(common, token.word) == common.end();
}

void add_words(std::set<std::string>& into, std::string text, const LanguageData& language) {
  for (const auto& token : tokenize(std::move(text), language).tokens)
    if (telling(token, language)) into.insert(token.stem);
}

}  // namespace runner::review
