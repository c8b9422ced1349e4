#include "runner/review/suggestion.hpp"

#include <algorithm>
#include <charconv>

namespace runner::review {
namespace {

constexpr int farthest = 100;  // lines that an offset may reach

int number_after(std::string_view info, char sign) {
  const auto at = info.find(sign);
  if (at == std::string_view::npos) return 0;
  int value = 0;
  std::from_chars(info.data() + at + 1, info.data() + info.size(), value);
  return std::clamp(value, 0, farthest);
}

}  // namespace

detectors::source::LineSpan suggested_lines(detectors::source::LineSpan lines, std::string_view info) {
  const auto colon = info.find(':');
  if (colon == std::string_view::npos || lines.none()) return lines;
  const auto offsets = info.substr(colon + 1);
  lines.first.number = std::max(1, lines.first.number - number_after(offsets, '-'));
  lines.last.number += number_after(offsets, '+');
  return lines;
}

}  // namespace runner::review
