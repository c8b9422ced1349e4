#include "detectors/syntax/expression.hpp"

namespace detectors::syntax {
namespace {

// libstdc++'s own flag: all ways are followed at once, instead of one after the other with steps back, which
// takes for ever for "(a+)+$".
constexpr auto bounded = std::regex::ECMAScript | std::regex_constants::__polynomial;

}  // namespace

std::optional<std::regex> compile_expression(const std::string& text) {
  try {
    return std::regex(text, bounded);
  } catch (const std::regex_error&) {
    return std::nullopt;
  }
}

bool found_in(std::string_view text, const std::regex& expression) {
  const auto head = text.substr(0, longest_matched_text);
  return std::regex_search(head.begin(), head.end(), expression);
}

}  // namespace detectors::syntax
