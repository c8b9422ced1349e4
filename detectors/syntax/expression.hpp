// Regular expressions of rules, matched in time that no expression can make exponential.
#pragma once

#include <optional>
#include <regex>
#include <string>
#include <string_view>

namespace detectors::syntax {

// The state machine's stack grows with the text: a longer one is cut.
inline constexpr std::size_t longest_matched_text = 256;

// Of ECMAScript, without back-references; none when it is no expression.
[[nodiscard]] std::optional<std::regex> compile_expression(const std::string& text);
[[nodiscard]] bool found_in(std::string_view text, const std::regex& expression);

}  // namespace detectors::syntax
