#include "runner/review/label.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace runner::review {
namespace {

std::string small_letters(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
  return text;
}

bool known(std::string_view name) {
  static constexpr std::array<std::string_view, 17> names{
      "praise", "nitpick", "nit",    "suggestion", "issue",   "todo", "question", "thought", "chore",
      "note",   "typo",    "polish", "quibble",    "blocker", "bug",  "minor",    "major"};
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

bool is_aside(std::string_view label) {
  static constexpr std::array<std::string_view, 8> asides{"praise", "nitpick", "thought", "note",
                                                          "typo",   "polish",  "quibble", "chore"};
  return std::ranges::find(asides, label) != asides.end();
}

Label take_label(std::string& text) {
  const auto colon = text.find(':');
  if (colon > 60) return {};  // none at all included
  auto head = trimmed(std::string_view(text).substr(0, colon));
  std::string decorations;
  if (head.ends_with(')')) {
    const auto open = head.find('(');
    if (open == std::string_view::npos) return {};
    decorations = small_letters(head.substr(open + 1, head.size() - open - 2));
    head = trimmed(head.substr(0, open));
  } else if (head.starts_with('[') && head.ends_with(']')) {
    head = head.substr(1, head.size() - 2);
  }
  auto name = small_letters(head);
  if (!known(name)) return {};
  Label label{.name = name == "nit" ? "nitpick" : name == "blocker" ? "issue" : name};
  label.blocking = name == "blocker" || (decorations.find("blocking") != std::string::npos &&
                                         decorations.find("non-blocking") == std::string::npos);
  text = std::string(trimmed(std::string_view(text).substr(colon + 1)));
  return label;
}

}  // namespace runner::review
