#include "runner/review/stem.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace runner::review {
namespace {

struct DeleteStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

// U+00C0..U+017F without their accents; ' ' where a letter has no plain counterpart.
char plain_letter(unsigned code) {
  static constexpr std::string_view latin1 =
      "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";
  static constexpr std::string_view extended =
      "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln"
      "nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  if (code >= 0xC0 && code - 0xC0 < latin1.size()) return latin1[code - 0xC0];
  if (code >= 0x100 && code - 0x100 < extended.size()) return extended[code - 0x100];
  return ' ';
}

// Short words ("raise", "four") are no British spellings.
bool ends(std::string_view word, std::string_view tail) {
  return word == tail || (word.size() > tail.size() + 2 && word.ends_with(tail));
}

void replace_tail(std::string& word, std::string_view tail, std::string_view with) {
  word.replace(word.size() - tail.size(), tail.size(), with);
}

// Both spellings of a word come out the same; it does not matter that "promise" becomes "promize" on both
// sides.
void americanise(std::string& word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 20> tails{{
      {"isation", "ization"}, {"isations", "izations"}, {"ise", "ize"},      {"ises", "izes"},
      {"ised", "ized"},       {"ising", "izing"},       {"iser", "izer"},    {"yse", "yze"},
      {"ysed", "yzed"},       {"ysing", "yzing"},       {"yses", "yzes"},    {"our", "or"},
      {"ours", "ors"},        {"oured", "ored"},        {"ouring", "oring"}, {"defence", "defense"},
      {"licence", "license"}, {"ogue", "og"},           {"ogues", "ogs"},    {"tre", "ter"},
  }};
  for (const auto& [british, american] : tails) {
    if (!ends(word, british)) continue;
    replace_tail(word, british, american);
    return;
  }
}

}  // namespace

std::string folded(std::string_view word) {
  std::string result;
  result.reserve(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte < 0x80) {
      result += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : word[i];
      continue;
    }
    const bool two_bytes = byte >= 0xC3 && byte <= 0xC5 && i + 1 < word.size();
    const unsigned code =
        two_bytes ? ((byte & 0x1FU) << 6) | (static_cast<unsigned char>(word[i + 1]) & 0x3FU) : 0;
    const char plain = two_bytes ? plain_letter(code) : ' ';
    if (plain == ' ') {
      result += word[i];
    } else {
      result += plain;
      ++i;
    }
  }
  americanise(result);
  return result;
}

std::string stem(std::string_view folded_word) {
  // One stemmer a thread: it keeps nothing between words, but may not be shared.
  thread_local const std::unique_ptr<sb_stemmer, DeleteStemmer> stemmer(sb_stemmer_new("english", nullptr));
  const bool plain = std::ranges::all_of(folded_word, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!stemmer || !plain || folded_word.size() < 3 || folded_word.size() > 40)
    return std::string(folded_word);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(folded_word.data());
  const auto* stemmed = sb_stemmer_stem(stemmer.get(), bytes, static_cast<int>(folded_word.size()));
  if (stemmed == nullptr) return std::string(folded_word);
  return {reinterpret_cast<const char*>(stemmed), static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
}

bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t at = 0;
  while (at < a.size() && a[at] == b[at]) ++at;
  const auto rest_a = a.substr(at);
  const auto rest_b = b.substr(at);
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.empty() || rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

}  // namespace runner::review
