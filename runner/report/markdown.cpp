#include "runner/report/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "runner/report/printable.hpp"

namespace runner::report {
namespace {

constexpr std::string_view special = "\\`*_{}[]<>()#+-.!|~@&:$^=\"'";

}  // namespace

std::string plain(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '@' ||
               c == '#') {  // an entity would still call a person or an issue; a comment splits the word
      out += c;
      out += "<!-- -->";
    } else {
      if (special.find(c) != std::string_view::npos && c != '.' && c != ':' && c != '\'' && c != '-')
        out += '\\';
      out += c;
    }
  }
  return out;
}

std::string code(std::string_view text) {
  std::string inner = one_line(text);
  for (auto& c : inner)
    if (c == '|') c = '/';
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : inner) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const char* gap = longest > 0 ? " " : "";
  return fence + gap + inner + gap + fence;
}

std::string cut(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return std::string(text.substr(0, bytes)) + "...";
}

std::string folded(std::string_view title, const std::string& body) {
  return fmt::format("\n<details><summary>{}</summary>\n\n{}\n</details>\n", title, body);
}

}  // namespace runner::report
