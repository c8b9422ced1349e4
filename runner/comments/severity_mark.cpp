#include "runner/comments/severity_mark.hpp"

#include <fmt/format.h>

#include "runner/comments/reading.hpp"

namespace runner::comments {

// A fence must begin a line of its own.
std::string with_severity_mark(const review::Comment& comment) {
  if (!comment.severity) return comment.body;
  const bool fence = comment.body.starts_with("```") || comment.body.starts_with("~~~");
  return fmt::format("[{}]{}{}", to_string(*comment.severity), fence ? "\n\n" : " ", comment.body);
}

void take_severity_mark(review::Comment& comment) {
  auto& body = comment.body;
  const auto end = body.find(']');
  if (comment.severity || !body.starts_with('[') || end == std::string::npos) return;
  const auto behind = std::string_view(body).substr(end + 1);
  const std::size_t gap =
      behind.starts_with("\n\n") ? 2 : behind.starts_with(' ') || behind.starts_with('\n');
  if (gap == 0 || behind.size() == gap) return;
  comment.severity =
      detectors::source::severity_named(small_letters(std::string_view(body).substr(1, end - 1)));
  if (comment.severity) body.erase(0, end + 1 + gap);
}

}  // namespace runner::comments
