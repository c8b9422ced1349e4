#include "detectors/facts/words.hpp"

#include <algorithm>
#include <cctype>

namespace detectors::facts {
namespace {

bool is_upper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }
bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

}  // namespace

std::string_view stem_of(std::string_view word) {
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.remove_suffix(1);
  return word;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  for (auto& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::vector<std::string> split_words(std::string_view name) {
  std::vector<std::string> words;
  bool open = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!is_word(c)) {
      open = false;
      continue;
    }
    const bool hump =
        is_upper(c) && i > 0 &&
        (!is_upper(name[i - 1]) || (i + 1 < name.size() && is_word(name[i + 1]) && !is_upper(name[i + 1])));
    if (!open || hump) words.emplace_back();
    open = true;
    words.back().push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
  }
  return words;
}

bool has_phrase(const std::vector<std::string>& words, std::string_view phrase) {
  const auto wanted = split_words(phrase);
  if (wanted.empty() || wanted.size() > words.size()) return false;
  return std::search(words.begin(), words.end(), wanted.begin(), wanted.end(),
                     [](const auto& a, const auto& b) { return stem_of(a) == stem_of(b); }) != words.end();
}

bool has_any_phrase(std::string_view name, const std::vector<std::string>& phrases) {
  if (phrases.empty()) return false;
  const auto words = split_words(name);
  return std::any_of(phrases.begin(), phrases.end(), [&](auto& phrase) { return has_phrase(words, phrase); });
}

}  // namespace detectors::facts
