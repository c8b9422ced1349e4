// What a reviewer wrote, in the one shape that every format is read into.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detectors/source/position.hpp"
#include "detectors/source/taxonomy.hpp"

namespace runner::review {

using detectors::source::LineSpan;
using detectors::source::Severity;

enum class CommentScope { review, file, lines };
enum class Side { after, before };  // the change's new text, or the text that it replaced
enum class AnchorQuality { exact, outdated, inferred, none };
enum class CommentState { draft, submitted };
enum class Verdict { none, approve, request_changes, comment };

// "Put this text in the place of these lines" (of the new side).
struct Suggestion {
  LineSpan lines;
  std::string text;  // whole lines, the last one's newline included unless empty
  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

struct Comment {
  std::string id;  // unique in its review
  CommentScope scope = CommentScope::review;
  std::string path;  // "" for the review as a whole
  Side side = Side::after;
  LineSpan lines;    // none unless scope is lines
  std::string body;  // Markdown, as written
  std::vector<Suggestion>
      suggestions;  // those that came as fields; ```suggestion fences in the body are read later
  std::optional<Severity> severity;
  std::string author;  // a pseudonym
  std::string thread;
  std::string reply_to;  // the id of a comment
  CommentState state = CommentState::submitted;
  AnchorQuality anchor = AnchorQuality::exact;
  std::string source;  // the format that it came in, "cli" for our own command
  std::string raw;     // the record as it came, when it came from elsewhere
  friend bool operator==(const Comment&, const Comment&) = default;
};

// A whole review: its comments in the order of writing, and its verdict.
struct Review {
  std::vector<Comment> comments;
  Verdict verdict = Verdict::none;
  friend bool operator==(const Review&, const Review&) = default;
};

[[nodiscard]] std::string_view to_string(CommentScope scope);
[[nodiscard]] std::string_view to_string(Side side);
[[nodiscard]] std::string_view to_string(AnchorQuality quality);
[[nodiscard]] std::string_view to_string(CommentState state);
[[nodiscard]] std::string_view to_string(Verdict verdict);  // "request-changes"; "none"
[[nodiscard]] std::optional<Verdict> verdict_named(std::string_view name);

}  // namespace runner::review
