// Small pieces of GitHub's Markdown. Whatever a person wrote goes through plain() or code(). Of this room
// alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace runner::report {

// Text that Markdown shows as it is, on one line: every mark is escaped, so that a stranger's words can
// neither format the page, nor mention a person, nor close a table cell.
[[nodiscard]] std::string plain(std::string_view text);

// A code span that holds even when the text has backticks; no pipe may be left that closes a table cell.
[[nodiscard]] std::string code(std::string_view text);

// At most so many bytes, whole characters, "..." behind what was cut.
[[nodiscard]] std::string cut(std::string_view text, std::size_t bytes);

// A part that a reader unfolds.
[[nodiscard]] std::string folded(std::string_view title, const std::string& body);

}  // namespace runner::report
