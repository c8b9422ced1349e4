// A comment read: one claim is one thing said about one place. A summary lists many, one inline comment may
// hold two.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detectors/source/position.hpp"
#include "runner/review/comment.hpp"

namespace runner::review {

using detectors::source::ByteSpan;

// A place that the text names: `path:12`, `path`, a symbol in backticks, a quoted line of code.
struct Mention {
  std::string text;  // as written
  std::string path;  // "" when only a symbol is named
  LineSpan lines;    // none when only a file or a symbol is named
  std::string symbol;
  friend bool operator==(const Mention&, const Mention&) = default;
};

struct Claim {
  std::size_t comment = 0;  // index into Review::comments
  std::size_t ordinal = 0;  // its number within the comment
  std::string text;         // plain text: Markdown, quotes and fences gone
  std::string label;        // of Conventional Comments, lower case: "nitpick"; "" when there is none
  bool blocking = false;
  std::vector<std::string> code;  // what stood in backticks or in code blocks that are not suggestions
  std::vector<Mention> mentions;
  std::vector<std::size_t> suggestions;  // indices into suggestions_of(comment)
  friend bool operator==(const Claim&, const Claim&) = default;
};

// Total: any text is read, in time linear in its length but for a bounded factor. A comment without words but
// with a suggestion is one claim with empty text; an empty comment is no claim.
[[nodiscard]] std::vector<Claim> read_claims(const Review& review);

// Those that came as fields, then the ```suggestion fences of the body in order, on the comment's own lines.
[[nodiscard]] std::vector<Suggestion> suggestions_of(const Comment& comment);

}  // namespace runner::review
