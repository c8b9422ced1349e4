#include "runner/review/comment.hpp"

#include <array>
#include <utility>

namespace runner::review {
namespace {
constexpr std::array<std::pair<Verdict, std::string_view>, 4> verdicts{{
    {Verdict::none, "none"},
    {Verdict::approve, "approve"},
    {Verdict::request_changes, "request-changes"},
    {Verdict::comment, "comment"},
}};
}  // namespace

std::string_view to_string(CommentScope scope) {
  constexpr std::array<std::string_view, 3> names{"review", "file", "lines"};
  return names[static_cast<std::size_t>(scope)];
}

std::string_view to_string(Side side) { return side == Side::after ? "after" : "before"; }

std::string_view to_string(AnchorQuality quality) {
  constexpr std::array<std::string_view, 4> names{"exact", "outdated", "inferred", "none"};
  return names[static_cast<std::size_t>(quality)];
}

std::string_view to_string(CommentState state) {
  return state == CommentState::draft ? "draft" : "submitted";
}

std::string_view to_string(Verdict verdict) { return verdicts[static_cast<std::size_t>(verdict)].second; }

std::optional<Verdict> verdict_named(std::string_view name) {
  for (const auto& [verdict, spelled] : verdicts)
    if (spelled == name) return verdict;
  return std::nullopt;
}

}  // namespace runner::review
