#include "detectors/syntax/expression.hpp"

#include <algorithm>
#include <cctype>

namespace detectors::syntax {
namespace {

// libstdc++'s own flag: all ways are followed at once, instead of one after the other with steps back, which
// takes for ever for "(a+)+$".
constexpr auto bounded = std::regex::ECMAScript | std::regex_constants::__polynomial;

// a{99999999999999999999}: libstdc++ reads the number into a long and does not look whether it fits.
bool counts_too_far(std::string_view text) {
  constexpr std::size_t most_digits = 9;
  for (auto at = text.find_first_of("{,\\"); at != std::string_view::npos;
       at = text.find_first_of("{,\\", at + 1)) {
    const auto end = text.find_first_not_of("0123456789", at + 1);
    if (std::min(end, text.size()) - at - 1 > most_digits) return true;
  }
  return false;
}

}  // namespace

std::optional<std::regex> compile_expression(const std::string& text) {
  if (counts_too_far(text)) return std::nullopt;
  try {
    return std::regex(text, bounded);
  } catch (const std::regex_error&) {
    return std::nullopt;
  }
}

namespace {

constexpr std::size_t most_literals = 64;

bool is_plain(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// The letters of "[gG]" at the front, or of a plain or escaped one; they are taken off.
std::string next_letters(std::string_view& text) {
  std::string letters;
  if (text.front() == '[') {
    const auto end = text.find(']');
    if (end == std::string_view::npos) return "";
    letters = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    return std::all_of(letters.begin(), letters.end(), is_plain) ? letters : "";
  }
  const bool escaped = text.size() > 1 && text.front() == '\\' && !is_plain(text[1]);
  if (escaped) text.remove_prefix(1);
  if (escaped || is_plain(text.front())) letters = text.front();
  text.remove_prefix(1);
  return letters;
}

// Every text that one alternative stands for; none when it is of another form.
std::vector<std::string> expanded(std::string_view alternative) {
  std::vector<std::string> texts{""};
  while (!alternative.empty()) {
    const auto letters = next_letters(alternative);
    std::vector<std::string> longer;
    for (const auto& text : texts)
      for (const char letter : letters) longer.push_back(text + letter);
    if (longer.empty() || longer.size() > most_literals) return {};
    texts = std::move(longer);
  }
  return texts;
}

}  // namespace

Literals literals_of(std::string_view expression) {
  if (expression.ends_with("[.][0-9]+$")) return {{".0"}, false};
  Literals result{.texts = {}, .whole = expression.starts_with('^')};
  if (!expression.ends_with('$') || expression.ends_with("\\$")) return {};
  expression.remove_suffix(1);
  if (result.whole) expression.remove_prefix(1);
  if (expression.starts_with('(') && expression.ends_with(')'))
    expression = expression.substr(1, expression.size() - 2);
  else if (expression.find('|') != std::string_view::npos)
    return {};
  for (std::size_t begin = 0; begin <= expression.size();) {
    const auto end = std::min(expression.find('|', begin), expression.size());
    const auto texts = expanded(expression.substr(begin, end - begin));
    if (texts.empty() || texts.front().empty()) return {};
    result.texts.insert(result.texts.end(), texts.begin(), texts.end());
    begin = end + 1;
  }
  return result;
}

bool found_in(std::string_view text, const std::regex& expression) {
  const auto head = text.substr(0, longest_matched_text);
  return std::regex_search(head.begin(), head.end(), expression);
}

}  // namespace detectors::syntax
