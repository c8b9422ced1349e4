#include "detectors/source/position.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace detectors::source {

bool contains(ByteSpan outer, ByteSpan inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }
bool overlap(ByteSpan a, ByteSpan b) { return a.begin < b.end && b.begin < a.end; }

bool contains(LineSpan outer, LineSpan inner) {
  return outer.first <= inner.first && inner.last <= outer.last;
}
bool overlap(LineSpan a, LineSpan b) { return a.first <= b.last && b.first <= a.last; }

int distance(LineSpan a, LineSpan b) {
  if (overlap(a, b)) return 0;
  return a.last < b.first ? b.first.number - a.last.number : a.first.number - b.last.number;
}

LineSpan hull(LineSpan a, LineSpan b) { return {std::min(a.first, b.first), std::max(a.last, b.last)}; }

std::string to_string(LineSpan lines) {
  if (lines.none()) return "";
  if (lines.first == lines.last) return fmt::format("{}", lines.first.number);
  return fmt::format("{}-{}", lines.first.number, lines.last.number);
}

}  // namespace detectors::source
