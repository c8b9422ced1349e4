// What a Language holds, for the sources of this room. Words are kept folded; sets are kept as phrases'
// words.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "runner/review/language.hpp"

namespace runner::review {

struct LanguageData {
  // synonyms.toml: members of named sets, as written; a member may name another set in braces.
  std::map<std::string, std::vector<std::string>, std::less<>> sets;
  // polarity.toml: lists of phrases by name; each is a row of words that stand behind each other.
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  // forms.toml
  std::map<std::string, std::string, std::less<>> irregular;                  // hung -> hang
  std::map<std::string, std::vector<std::string>, std::less<>> contractions;  // dont -> do not
  std::set<std::string, std::less<>> distinct;  // words that are no misspelling of what they resemble
};

// "hung" -> "hang"; any other word is itself.
[[nodiscard]] std::string_view base_form(const LanguageData& language, std::string_view folded_word);

// The list of that name; empty when the data has none.
[[nodiscard]] const std::vector<std::string>& list_named(const LanguageData& language, std::string_view name);

}  // namespace runner::review
