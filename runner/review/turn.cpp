#include "runner/review/turn.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "runner/review/sentence.hpp"

namespace runner::review {
namespace {

std::string small_letters(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

// A sentence that begins with one of these turns to something else.
bool turns_away(std::string_view sentence) {
  static constexpr std::array<std::string_view, 27> turns{"also",
                                                          "another",
                                                          "additionally",
                                                          "separately",
                                                          "second",
                                                          "secondly",
                                                          "third",
                                                          "thirdly",
                                                          "besides",
                                                          "in addition",
                                                          "unrelated",
                                                          "apart from that",
                                                          "other than that",
                                                          "finally",
                                                          "lastly",
                                                          "last thing",
                                                          "next",
                                                          "plus",
                                                          "furthermore",
                                                          "moreover",
                                                          "on another note",
                                                          "on a different",
                                                          "as well as that",
                                                          "one more thing",
                                                          "and another",
                                                          "on top of that",
                                                          "by the way"};
  const auto head = small_letters(sentence.substr(0, 24));
  return std::ranges::any_of(turns, [&](std::string_view turn) {
    const bool whole =
        head.size() == turn.size() ||
        (head.size() > turn.size() && std::isalnum(static_cast<unsigned char>(head[turn.size()])) == 0);
    return head.starts_with(turn) && whole;
  });
}

bool numbered(std::string_view text, std::size_t at, int number) {
  if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n' && text[at - 1] != '(') return false;
  return text[at] == '0' + number && at + 2 < text.size() && text[at + 1] == ')' && text[at + 2] == ' ';
}

}  // namespace

bool opens_list(std::string_view text) {
  if (!text.ends_with(':') || text.size() > 80) return false;
  static constexpr std::array<std::string_view, 18> words{
      "thing",   "issue",     "point",    "comment",  "note",        "problem",
      "concern", "finding",   "question", "thought",  "remark",      "blocker",
      "suggest", "following", "summary",  "feedback", "observation", "review"};
  const auto small = small_letters(text);
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return small.find(word) != std::string::npos; });
}

std::vector<std::size_t> turns(std::string_view text) {
  std::vector<std::size_t> found;
  bool first = true;
  for (const auto bytes : sentences(text)) {
    if (!first && turns_away(text.substr(bytes.begin, bytes.size()))) found.push_back(bytes.begin);
    first = false;
  }
  int number = 1;
  for (std::size_t i = 0; i < text.size() && number < 10; ++i) {
    if (!numbered(text, i, number)) continue;
    const auto at = i > 0 && text[i - 1] == '(' ? i - 1 : i;
    if (at > 0) found.push_back(at);
    ++number;
  }
  if (number == 2)
    std::erase_if(found, [&](std::size_t at) { return numbered(text, at, 1); });  // a lone "1)"
  std::ranges::sort(found);
  return found;
}

}  // namespace runner::review
