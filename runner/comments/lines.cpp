#include "runner/comments/lines.hpp"

#include <algorithm>

#include "runner/comments/comments.hpp"

namespace runner::comments {
namespace {

using detectors::source::Line;

constexpr int largest_line = 10'000'000;  // nobody reviews a longer file; keeps numbers from overflowing

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A number with or without "L" before it; its length, 0 when there is none. Too large a number reads as 0: no
// line.
std::size_t number_at_front(std::string_view text, int& value) {
  const std::size_t begin = text.starts_with('L') ? 1 : 0;
  auto end = begin;
  value = 0;
  for (; end < text.size() && is_digit(text[end]); ++end)
    if (value <= largest_line) value = value * 10 + (text[end] - '0');
  if (value > largest_line) value = 0;
  return end == begin ? 0 : end;
}

std::size_t dash_at_front(std::string_view text) {
  constexpr std::string_view en_dash = "\xe2\x80\x93";
  if (text.starts_with('-')) return 1;
  return text.starts_with(en_dash) ? en_dash.size() : 0;
}

}  // namespace

std::optional<LinesRead> lines_at_front(std::string_view text) {
  int first = 0;
  int last = 0;
  const auto length = number_at_front(text, first);
  if (length == 0) return std::nullopt;
  const auto dash = dash_at_front(text.substr(length));
  if (dash == 0)
    return LinesRead{first > 0 ? review::LineSpan{Line{first}, Line{first}} : review::LineSpan{}, length};
  const auto second = number_at_front(text.substr(length + dash), last);
  const bool good = second > 0 && first > 0 && first <= last;
  return LinesRead{good ? review::LineSpan{Line{first}, Line{last}} : review::LineSpan{},
                   length + dash + second};
}

std::optional<review::LineSpan> lines_in(std::string_view text) {
  const auto read = lines_at_front(text);
  if (!read || read->length != text.size() || read->lines.none()) return std::nullopt;
  return read->lines;
}

std::optional<TypedPlace> read_place(std::string_view text) {
  while (text.starts_with("./")) text.remove_prefix(2);
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos)
    return text.empty() ? std::nullopt : std::optional(TypedPlace{std::string(text), {}});
  const auto tail = text.substr(colon + 1);
  if (const auto lines = lines_in(tail); lines && colon > 0)
    return TypedPlace{std::string(text.substr(0, colon)), *lines};
  const bool meant_as_lines =
      std::all_of(tail.begin(), tail.end(), [](char c) { return is_digit(c) || c == '-'; });
  if (colon == 0 || meant_as_lines || lines_at_front(tail)) return std::nullopt;
  return TypedPlace{std::string(text), {}};
}

std::string_view take_line(std::string_view& rest) {
  const auto end = std::min(rest.find('\n'), rest.size());
  auto line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_utf8(std::string_view text) { return first_not_utf8(text) == std::string_view::npos; }

}  // namespace runner::comments
