#include "runner/comments/entry.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "runner/comments/lines.hpp"
#include "runner/comments/reading.hpp"

namespace runner::comments {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void skip_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

bool skip(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// "- ", "* ", "+ ", "12. ", "3) ", each perhaps with a box to tick.
void skip_bullet(std::string_view& text) {
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool numbered = digits > 0 && digits + 1 < text.size() &&
                        (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ';
  const bool bullet =
      text.size() > 1 && std::string_view("-*+").find(text[0]) != std::string_view::npos && text[1] == ' ';
  if (!numbered && !bullet) return;
  text.remove_prefix(numbered ? digits + 2 : 2);
  skip_blanks(text);
  for (const auto box : {"[ ] ", "[x] ", "[X] "}) skip(text, box);
  skip_blanks(text);
}

// "[major] "; anything else in brackets is part of the text.
void take_severity(std::string_view& text, std::optional<review::Severity>& severity) {
  const auto end = text.find(']');
  if (!text.starts_with('[') || end == std::string_view::npos || severity) return;
  severity = detectors::source::severity_named(small_letters(text.substr(1, end - 1)));
  if (!severity) return;
  text.remove_prefix(end + 1);
  skip(text, ":");
  skip_blanks(text);
}

constexpr std::array<std::string_view, 8> bare_names{"Makefile", "Dockerfile", "Procfile", "Jenkinsfile",
                                                     "Gemfile",  "LICENSE",    "README",   "CODEOWNERS"};
constexpr std::array<std::string_view, 37> endings{
    "py",   "go",  "js",  "mjs", "cjs", "jsx",  "ts",   "tsx", "java", "kt",   "sql",       "rb",   "rs",
    "c",    "h",   "cpp", "hpp", "cs",  "php",  "md",   "txt", "toml", "yaml", "yml",       "json", "xml",
    "html", "css", "sh",  "cfg", "ini", "conf", "lock", "mod", "sum",  "env",  "properties"};

// Prose has "and/or:" and "Gateway.charge:" where a path would stand; a file's name has an ending.
bool looks_like_file(std::string_view path) {
  const auto slash = path.rfind('/');
  const auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  if (std::find(bare_names.begin(), bare_names.end(), name) != bare_names.end()) return true;
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot + 1 == name.size()) return false;
  const auto ending = name.substr(dot + 1);
  if (slash == std::string_view::npos)
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
  return ending.size() <= 10 &&
         std::all_of(ending.begin(), ending.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

bool ends_place(std::string_view rest) { return rest.empty() || rest[0] == ' ' || rest[0] == '\t'; }

// "24-26:5" behind the path's colon. False when no lines stand there.
bool take_lines(std::string_view& rest, EntryLine& entry) {
  const auto read = lines_at_front(rest);
  if (!read) return false;
  auto after = rest.substr(read->length);
  if (!ends_place(after) && after[0] != ':') return false;
  entry.lines = read->lines;
  if (entry.lines.none()) entry.malformed = rest.substr(0, read->length);
  rest = after;
  if (!skip(after, ":")) return true;
  const auto digits = std::min(after.find_first_not_of("0123456789"), after.size());
  if (digits == 0 || digits == after.size() || (after[digits] != ':' && !ends_place(after.substr(digits))))
    return true;
  entry.column = after.substr(0, digits);
  rest = after.substr(digits);
  return true;
}

// The place without marks around it: "app/x.py:24-26", "app/x.py". What follows it is left in `text`.
bool take_place(std::string_view& text, EntryLine& entry) {
  const auto colon = text.find(':');
  auto path = text.substr(0, colon);
  while (skip(path, "./")) {
  }
  if (path.empty() || path.find_first_of(" \t`*[]()<>\"'") != std::string_view::npos) return false;
  auto rest = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
  const bool numbered = take_lines(rest, entry) && std::any_of(path.begin(), path.end(), is_letter);
  if (!numbered && !looks_like_file(path)) return false;
  if (!numbered && colon != std::string_view::npos && !ends_place(rest)) return false;
  entry.path = path;
  text = numbered || colon == std::string_view::npos ? rest : text.substr(colon);
  return true;
}

// What stands between a place and its text: a colon, or a dash with blanks around it. A bare blank does after
// a line.
bool take_separator(std::string_view& text, bool numbered) {
  if (skip(text, ":")) return true;
  const auto before = text;
  skip_blanks(text);
  if (skip(text, ":") || skip(text, "- ") || skip(text, "\xe2\x80\x93 ") || skip(text, "\xe2\x80\x94 "))
    return true;
  text = before;
  return numbered && ends_place(text);
}

// The place and what separates it from the text, with marks or without:
// app/x.py:24:  `app/x.py:24`:  `app/x.py:24:`  **app/x.py:24**:  **app/x.py:24:**  **`app/x.py:24`:**
bool take_head(std::string_view& text, EntryLine& entry) {
  const bool bold = skip(text, "**");
  const bool code = skip(text, "`");
  bool separated = false;
  if (bold || code) {
    const std::string_view closing = code ? "`" : "**";
    const auto end = text.find(closing);
    if (end == std::string_view::npos) return false;
    auto inside = text.substr(0, end);
    text.remove_prefix(end + closing.size());
    if (inside.ends_with(':')) {
      inside.remove_suffix(1);
      separated = true;
    }
    if (!take_place(inside, entry) || !inside.empty()) return false;
    if (bold && code) {
      separated = skip(text, ":") || separated;
      if (!skip(text, "**")) return false;
    }
  } else if (!take_place(text, entry)) {
    return false;
  }
  const bool numbered = !entry.lines.none() || !entry.malformed.empty();
  return take_separator(text, numbered) || separated;
}

}  // namespace

std::optional<EntryLine> read_entry(std::string_view line) {
  EntryLine entry{.indent = indent_of(line),
                  .path = {},
                  .lines = {},
                  .severity = {},
                  .text = {},
                  .column = {},
                  .malformed = {}};
  auto text = trimmed_blanks(line);
  skip_bullet(text);
  take_severity(text, entry.severity);
  if (!take_head(text, entry)) return std::nullopt;
  skip_blanks(text);
  take_severity(text, entry.severity);
  entry.text = text;
  return entry;
}

std::optional<Heading> read_heading(std::string_view line) {
  const auto level = std::min(line.find_first_not_of('#'), line.size());
  if (level < 1 || level > 6 || (level < line.size() && line[level] != ' ' && line[level] != '\t'))
    return std::nullopt;
  auto text = trimmed_blanks(line.substr(level));
  while (text.ends_with('#')) text.remove_suffix(1);
  return Heading{level, std::string(trimmed_blanks(text))};
}

std::string fence_opened(std::string_view line) {
  const auto text = trimmed_blanks(line);
  for (const char mark : {'`', '~'}) {
    const auto length = std::min(text.find_first_not_of(mark), text.size());
    if (length < 3) continue;
    if (mark == '`' && text.find('`', length) != std::string_view::npos)
      return "";  // code in a line, not a fence
    return std::string(length, mark);
  }
  return "";
}

bool closes_fence(std::string_view line, std::string_view opened) {
  const auto text = trimmed_blanks(line);
  return text.size() >= opened.size() && text.find_first_not_of(opened[0]) == std::string_view::npos;
}

std::string_view trimmed_blanks(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

std::optional<review::Verdict> written_verdict(std::string_view line) {
  std::string word;
  for (const char letter : line)
    if (std::isalpha(static_cast<unsigned char>(letter)))
      word += static_cast<char>(letter | 0x20);
    else if (!word.empty() && word.back() != '-')
      word += '-';
  while (word.ends_with('-')) word.pop_back();
  if (word == "approved") return review::Verdict::approve;
  if (word == "changes-requested") return review::Verdict::request_changes;
  return review::verdict_named(word);
}

std::string joined_body(const std::vector<std::string_view>& lines) {
  auto common = std::string_view::npos;
  for (const auto line : lines)
    if (!trimmed_blanks(line).empty()) common = std::min(common, indent_of(line));
  std::string text;
  for (const auto line : lines) text += std::string(line.substr(std::min(common, line.size()))) + "\n";
  const auto end = text.find_last_not_of(" \t\n");
  if (end == std::string::npos) return "";
  text.resize(end + 1);
  std::size_t begin = 0;  // whole blank lines only: what indents the first line of code stays
  for (auto at = text.find('\n'); at != std::string::npos && text.find_first_not_of(" \t", begin) == at;
       at = text.find('\n', begin))
    begin = at + 1;
  return text.substr(begin);
}

}  // namespace runner::comments
