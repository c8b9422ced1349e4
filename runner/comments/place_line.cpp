#include "runner/comments/place_line.hpp"

#include <algorithm>
#include <array>

#include "runner/comments/reading.hpp"

namespace runner::comments {
namespace {

using review::Column;

constexpr int largest_number = 10'000'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool skip(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// 0 when no number stands there, or one that no file has.
int take_number(std::string_view& text) {
  int value = 0;
  std::size_t length = 0;
  for (; length < text.size() && is_digit(text[length]); ++length)
    if (value <= largest_number) value = value * 10 + (text[length] - '0');
  if (value == 0 || value > largest_number) return 0;
  text.remove_prefix(length);
  return value;
}

// How long the path before "24" or "(24" is; 0 when there is none. Blanks only stand in paths with a drive.
std::size_t path_length(std::string_view line) {
  const bool drive =
      line.size() > 2 && is_letter(line[0]) && line[1] == ':' && (line[2] == '\\' || line[2] == '/');
  for (std::size_t at = drive ? 3 : 0; at + 1 < line.size(); ++at) {
    const char c = line[at];
    if ((c == ':' || c == '(') && is_digit(line[at + 1])) return at;
    if (c == ':' || c == '`' || c == '"' || c == '*' || c == '<' || c == '>' || c == '\t' ||
        (c == ' ' && !drive))
      return 0;
  }
  return 0;
}

bool looks_like_path(std::string_view path) {
  return path.find_first_of("./\\") != std::string_view::npos &&
         std::any_of(path.begin(), path.end(), is_letter) && path.find("//") == std::string_view::npos;
}

struct Numbers {
  int line = 0;
  int column = 0;
  int last = 0;
  int end = 0;  // the last column, included
};

// "24", "24:5", "24-26", "24:5-26:9", "24.5-26.9"
bool take_colon_numbers(std::string_view& text, Numbers& numbers) {
  numbers.line = take_number(text);
  if (numbers.line == 0) return false;
  const auto column = [&](int& value) {
    auto after = text;
    if (after.size() < 2 || (after[0] != ':' && after[0] != '.') || !is_digit(after[1])) return;
    after.remove_prefix(1);
    value = take_number(after);
    if (value > 0) text = after;
  };
  column(numbers.column);
  auto after = text;
  if (skip(after, "-") && !after.empty() && is_digit(after[0])) {
    numbers.last = take_number(after);
    text = after;
    column(numbers.end);
    if (numbers.column > 0 && numbers.end == 0)  // "24:5-9": columns of one line
      numbers.end = numbers.last, numbers.last = numbers.line;
  }
  return true;
}

// "(24)", "(24,5)", "(24,5,26,9)" behind its opening mark
bool take_bracket_numbers(std::string_view& text, Numbers& numbers) {
  numbers.line = take_number(text);
  if (skip(text, ",")) numbers.column = take_number(text);
  if (skip(text, ",")) numbers.last = take_number(text);
  if (skip(text, ",")) numbers.end = take_number(text);
  return numbers.line > 0 && skip(text, ")");
}

}  // namespace

std::optional<PlaceLine> read_place_line(std::string_view line) {
  const auto length = path_length(line);
  const auto path = line.substr(0, length);
  if (!looks_like_path(path)) return std::nullopt;
  auto rest = line.substr(length + 1);
  Numbers numbers;
  const bool bracket = line[length] == '(';
  if (!(bracket ? take_bracket_numbers(rest, numbers) : take_colon_numbers(rest, numbers)))
    return std::nullopt;
  if (!rest.empty() && rest[0] != ':' && rest[0] != ' ' && rest[0] != '\t') return std::nullopt;
  if (bracket && !rest.starts_with(':') && !rest.starts_with(" :")) return std::nullopt;  // a call: f(3) is…
  rest.remove_prefix(std::min(rest.find_first_not_of(": \t"), rest.size()));
  if (rest.starts_with("- ")) rest.remove_prefix(2);
  PlaceLine place{.path = unix_path(path),
                  .lines = span_of(numbers.line, numbers.last),
                  .columns = {},
                  .text = std::string(rest)};
  if (numbers.column > 0)
    place.columns = {Column{numbers.column}, Column{numbers.end > 0 ? numbers.end + 1 : 0}};
  return place;
}

std::optional<review::Severity> leading_severity(std::string_view text) {
  skip(text, "[");
  const auto end = std::min(text.find_first_of(" :]["), text.size());
  const auto word = text.substr(0, end);
  static constexpr std::array<std::string_view, 4> labels{"note", "nit", "nitpick", "style"};  // of people
  if (std::find(labels.begin(), labels.end(), word) != labels.end()) return std::nullopt;
  const auto behind = text.substr(end);
  if (behind.starts_with(':') || behind.starts_with(']') || behind.starts_with('[')) return severity_of(word);
  const auto colon = behind.find(':');  // "error TS2345: …"
  return colon < 12 && behind.find(' ', 1) > colon ? severity_of(word) : std::nullopt;
}

}  // namespace runner::comments
