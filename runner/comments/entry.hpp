// One line of REVIEW.md: does it begin an entry, open a fence, head a section?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/review/comment.hpp"

namespace runner::comments {

struct EntryLine {
  std::size_t indent = 0;  // blanks before it
  std::string path;
  review::LineSpan lines;
  std::optional<review::Severity> severity;
  std::string text;       // what follows the place on this line
  std::string column;     // a column that was written behind the line; it has no use
  std::string malformed;  // the lines as written, when they make no sense: "26-24"
};

// None when the line does not begin with a place. Without a line number the place must look like a file's
// path.
[[nodiscard]] std::optional<EntryLine> read_entry(std::string_view line);

struct Heading {
  std::size_t level = 0;
  std::string text;
};
[[nodiscard]] std::optional<Heading> read_heading(std::string_view line);

// The marker that opens a code fence, "```" or longer or "~~~"; "" when the line opens none.
[[nodiscard]] std::string fence_opened(std::string_view line);
[[nodiscard]] bool closes_fence(std::string_view line, std::string_view opened);

[[nodiscard]] std::string_view trimmed_blanks(std::string_view text);
[[nodiscard]] std::size_t indent_of(std::string_view line);

// "Request changes", "**approved**", "request_changes": as people write what review::verdict_named knows.
[[nodiscard]] std::optional<review::Verdict> written_verdict(std::string_view line);

// The lines without the blanks that all of them begin with, and without blank lines at either end.
[[nodiscard]] std::string joined_body(const std::vector<std::string_view>& lines);

}  // namespace runner::comments
