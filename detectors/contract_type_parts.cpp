#include "detectors/contract_type_parts.hpp"

#include <algorithm>

namespace detectors::written {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n;") - first + 1);
}

std::vector<std::string_view> parts(std::string_view text, char separator) {
  std::vector<std::string_view> found;
  int depth = 0;
  char quote = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'' || c == '`') {
      quote = c;
    } else if (c == '<' || c == '[' || c == '(' || c == '{') {
      ++depth;
    } else if (c == ']' || c == ')' || c == '}' || (c == '>' && (i == 0 || text[i - 1] != '='))) {
      --depth;
    } else if (c == separator && depth == 0) {
      found.push_back(trimmed(text.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  found.push_back(trimmed(text.substr(begin)));
  std::erase_if(found, [](auto part) { return part.empty(); });
  return found;
}

std::pair<std::string_view, std::string_view> applied(std::string_view type) {
  const auto open = type.find_first_of("<[(");
  if (open == std::string_view::npos || open == 0) return {type, {}};
  const auto close = type.find_last_of(">])");
  if (close == std::string_view::npos || close < open) return {type, {}};
  return {trimmed(type.substr(0, open)), trimmed(type.substr(open + 1, close - open - 1))};
}

std::string_view last_part(std::string_view name) {
  return name.find_first_of("({ ") == std::string_view::npos ? name.substr(name.find_last_of('.') + 1) : name;
}

std::string without_inner(std::string_view type) {
  std::string result;
  int depth = 0;
  char quote = 0;
  for (std::size_t i = 0; i < type.size(); ++i) {
    const char c = type[i];
    const bool arrow = c == '>' && i > 0 && type[i - 1] == '=';
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (std::string_view("\"'`").find(c) != std::string_view::npos) {
      quote = c;
    } else if (std::string_view("<[({").find(c) != std::string_view::npos) {
      ++depth;
    } else if (std::string_view(">])}").find(c) != std::string_view::npos && !arrow) {
      --depth;
    } else if (depth == 0) {
      result += c;
    }
  }
  return result;
}

}  // namespace detectors::written
