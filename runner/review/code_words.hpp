// The words by which one place of the code is told from another.
#pragma once

#include <set>
#include <string>

#include "runner/review/tokens.hpp"

namespace runner::review {

// Not one that stands in every code ("return", "self"), and no number.
[[nodiscard]] bool telling(const Token& token, const LanguageData& language);

// The stems of the telling words of `text`.
void add_words(std::set<std::string>& into, std::string text, const LanguageData& language);

}  // namespace runner::review
