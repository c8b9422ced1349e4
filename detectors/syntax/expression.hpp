// Regular expressions of rules, matched in time that no expression can make exponential.
#pragma once

#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace detectors::syntax {

// The state machine's stack grows with the text: a longer one is cut.
inline constexpr std::size_t longest_matched_text = 256;

// Of ECMAScript, without back-references and numbers of ten digits; none when it is no expression.
[[nodiscard]] std::optional<std::regex> compile_expression(const std::string& text);
// What a text must be, or end with, to match: the words of "^(get|set)$" or "([gG]etenv|SetDefault)$"; ".0"
// for a number that is not whole, "[.][0-9]+$". No texts when the expression is of another form.
struct Literals {
  std::vector<std::string> texts;
  bool whole = false;  // else the end of the text
};
[[nodiscard]] Literals literals_of(std::string_view expression);
[[nodiscard]] bool found_in(std::string_view text, const std::regex& expression);

}  // namespace detectors::syntax
