// "24" and "24-26" as people and files write them.
#pragma once

#include <optional>
#include <string_view>

#include "runner/review/comment.hpp"

namespace runner::comments {

struct LinesRead {
  review::LineSpan
      lines;  // none when it is malformed: line 0, lines that run backwards, a dash that leads nowhere
  std::size_t length = 0;  // of the text that was read
};

// The lines at the front of the text: "24", "24-26", "L24-L26", an en dash too. None when no number stands
// there.
[[nodiscard]] std::optional<LinesRead> lines_at_front(std::string_view text);

// All of the text; none unless it is well formed.
[[nodiscard]] std::optional<review::LineSpan> lines_in(std::string_view text);

// Takes a line off the front, with its end, "\n" or "\r\n", which is not part of what it returns.
[[nodiscard]] std::string_view take_line(std::string_view& rest);

// Is it UTF-8? What is not cannot be shown or stored as text.
[[nodiscard]] bool is_utf8(std::string_view text);
// The offset of the first byte that is not; npos when all is.
[[nodiscard]] std::size_t first_not_utf8(std::string_view text);

}  // namespace runner::comments
