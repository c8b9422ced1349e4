#include "runner/review/sentence.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace runner::review {
namespace {

using detectors::source::ByteSpan;

bool blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool closing(char c) { return c == ')' || c == ']' || c == '"' || c == '\'' || c == '`' || c == '*'; }

// Is the full stop at `at` that of an abbreviation?
bool abbreviation(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 12> known{"e.g", "i.e",  "etc",    "vs",   "cf", "eg",
                                                          "ie",  "resp", "approx", "incl", "no", "fig"};
  std::size_t begin = at;
  while (begin > 0 && (alnum(text[begin - 1]) || text[begin - 1] == '.') && at - begin < 8) --begin;
  std::string word(text.substr(begin, at - begin));
  std::ranges::transform(word, word.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  // "etc." may well end a sentence: it does when a capital follows. "no." is one only before a digit.
  std::size_t next = at + 1;
  while (next < text.size() && blank(text[next])) ++next;
  const bool more = next < text.size();
  if (word == "no") return more && std::isdigit(static_cast<unsigned char>(text[next])) != 0;
  if (word == "etc") return more && std::isupper(static_cast<unsigned char>(text[next])) == 0;
  return std::ranges::find(known, std::string_view(word)) != known.end();
}

// How far the sentence that has a mark at `at` reaches past it; 0 when the mark does not end one.
std::size_t end_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (text[end] == '.' || text[end] == '!' || text[end] == '?')) ++end;
  const bool dots =
      text[at] == '.' && text[end - 1] == '.' && (end - at >= 2 || (at > 0 && text[at - 1] == '.'));
  while (end < text.size() && closing(text[end])) ++end;
  if (end < text.size() && !blank(text[end])) return 0;
  if (dots) {  // "hmm... this": an ellipsis goes on when a small letter follows
    std::size_t next = end;
    while (next < text.size() && blank(text[next])) ++next;
    if (next < text.size() && std::islower(static_cast<unsigned char>(text[next])) != 0) return 0;
  }
  if (text[at] == '.' && end == at + 1 && abbreviation(text, at)) return 0;
  // "1. first": the number of a list item that Markdown did not see as one
  if (text[at] == '.' && end == at + 1) {
    std::size_t begin = at;
    while (begin > 0 && std::isdigit(static_cast<unsigned char>(text[begin - 1])) != 0) --begin;
    if (begin < at && (begin == 0 || text[begin - 1] == '\n')) return 0;
  }
  return end;
}

void keep(std::vector<ByteSpan>& found, std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && blank(text[begin])) ++begin;
  while (end > begin && blank(text[end - 1])) --end;
  if (begin < end) found.push_back({begin, end});
}

}  // namespace

std::vector<ByteSpan> sentences(std::string_view text) {
  std::vector<ByteSpan> found;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    std::size_t end = 0;
    if (c == '\n') end = at + 1;
    if (c == '.' || c == '!' || c == '?') end = end_at(text, at);
    if (end == 0) continue;
    keep(found, text, begin, end);
    begin = end;
    at = end - 1;
  }
  keep(found, text, begin, text.size());
  return found;
}

}  // namespace runner::review
