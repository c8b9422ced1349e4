// What a reviewer wrote, in the one shape that every format is read into.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detectors/source/position.hpp"
#include "detectors/source/taxonomy.hpp"

namespace runner::review {

using detectors::source::Column;
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

// From `first` on the comment's first line up to, not including, `end` on its last; `end` 0: not said.
struct ColumnSpan {
  Column first;
  Column end;
  [[nodiscard]] bool none() const { return first.number == 0; }
  friend bool operator==(const ColumnSpan&, const ColumnSpan&) = default;
};

// Where a comment was written, as its record says; "" for what it does not say.
struct Origin {
  std::string instance;     // the tool or the page: "Bandit", "https://github.com/acme/orders/pull/7"
  std::string external_id;  // its id there
  std::string commit;       // that it was written on
  std::string created_at;   // ISO 8601, UTC
  std::string updated_at;
  friend bool operator==(const Origin&, const Origin&) = default;
};

struct Comment {
  std::string id;  // unique in its review
  CommentScope scope = CommentScope::review;
  std::string path;  // "" for the review as a whole
  Side side = Side::after;
  LineSpan lines;           // none unless scope is lines
  ColumnSpan columns = {};  // of those lines, when the reviewer marked a part of them
  std::string body;         // Markdown, as written
  std::vector<Suggestion>
      suggestions;  // those that came as fields; ```suggestion fences in the body are read later
  std::optional<Severity> severity;
  std::string label = {};  // a Conventional Comment label that came as a field; one in the body is read later
  std::vector<std::string> decorations = {};  // "blocking", "if-minor"
  std::string author;                         // a pseudonym
  std::string thread;
  std::string reply_to;  // the id of a comment
  CommentState state = CommentState::submitted;
  bool resolved = false;  // its thread was closed where it was written
  AnchorQuality anchor = AnchorQuality::exact;
  std::string anchor_note = {};  // why the anchor is not exact
  std::string source;            // the format that it came in, "cli" for our own command
  Origin origin = {};
  std::string raw;  // the record as it came, when it came from elsewhere
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
