#include "runner/comments/diff_hunk.hpp"

#include <charconv>

#include "runner/comments/lines.hpp"

namespace runner::comments {
namespace {

constexpr int largest_line = 10'000'000;

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// "18,6" or "18"
bool take_range(std::string_view& text, int& first, int& count) {
  const auto number = [&](int& value) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || value < 0 || value > largest_line) return false;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return true;
  };
  if (!number(first)) return false;
  return !take(text, ",") || number(count);
}

}  // namespace

std::optional<HunkHeader> read_hunk_header(std::string_view line) {
  HunkHeader header;
  if (take(line, "@@ -") && take_range(line, header.before, header.before_count) && take(line, " +") &&
      take_range(line, header.after, header.after_count) && take(line, " @@"))
    return header;
  return std::nullopt;
}

std::string last_line_of_hunk(std::string_view hunk, review::Side side) {
  const char other = side == review::Side::after ? '-' : '+';
  std::string_view last;
  while (!hunk.empty()) {
    const auto line = take_line(hunk);
    if (line.empty() || line[0] == other || line[0] == '\\' || read_hunk_header(line)) continue;
    last = line.substr(1);
  }
  return std::string(last);
}

}  // namespace runner::comments
