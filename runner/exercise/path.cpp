#include <fmt/format.h>

#include <algorithm>

#include "runner/exercise/exercise.hpp"

namespace runner::exercise {
namespace {

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::optional<std::string> unsafe_part(std::string_view part) {
  if (part.empty()) return "has an empty part";
  if (part == "." || part == "..") return fmt::format("has the part '{}'", part);
  // Windows strips dots and spaces from the end, and knows ".git" by its short name too.
  const auto name = lowered(part.substr(0, part.find_last_not_of(". ") + 1));
  if (name == ".git" || name == "git~1" || name.starts_with(".git:")) return "reaches into .git";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> unsafe_path(std::string_view path) {
  if (path.empty()) return "is empty";
  if (path.front() == '/') return "is absolute";
  if (path.size() > 1 && path[1] == ':') return "is absolute";
  if (path.find('\\') != std::string_view::npos) return "has a backslash";
  if (std::any_of(path.begin(), path.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; }))
    return "has a control character";
  for (std::size_t at = 0; at <= path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    if (auto reason = unsafe_part(path.substr(at, end - at))) return reason;
    at = end + 1;
  }
  return std::nullopt;
}

}  // namespace runner::exercise
