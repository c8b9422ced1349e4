#include "detectors/source/scope.hpp"

namespace detectors::source {

std::size_t innermost(const Outline& outline, LineSpan lines) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < outline.size(); ++i)
    if (contains(outline[i].lines, lines) && contains(outline[best].lines, outline[i].lines)) best = i;
  return best;
}

std::optional<std::size_t> enclosing(const Outline& outline, std::size_t scope, ScopeKind kind) {
  for (std::optional<std::size_t> at = scope; at && *at < outline.size(); at = outline[*at].parent)
    if (outline[*at].kind == kind) return at;
  return std::nullopt;
}

std::optional<std::size_t> named(const Outline& outline, std::string_view name) {
  if (name.empty()) return std::nullopt;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const std::string_view candidate = outline[i].name;
    const bool last_part = candidate.size() > name.size() && candidate.ends_with(name) &&
                           candidate[candidate.size() - name.size() - 1] == '.';
    if (candidate == name || last_part) return i;
  }
  return std::nullopt;
}

}  // namespace detectors::source
