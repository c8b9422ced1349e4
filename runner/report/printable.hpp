// Text of strangers made fit to show: what it does to a terminal or to the order of a page is taken out, not
// its words.
#pragma once

#include <string>
#include <string_view>

namespace runner::report {

// Valid UTF-8 without control characters other than newline and tab. A control character becomes its picture
// (ESC: U+241B), a character that reorders or hides its neighbours its code ("<U+202E>"), a byte that is no
// UTF-8 U+FFFD, "\r\n" a newline.
[[nodiscard]] std::string printable(std::string_view text);

// The same on one line: newlines and tabs become spaces.
[[nodiscard]] std::string one_line(std::string_view text);

// The first line that is not blank, without the spaces around it.
[[nodiscard]] std::string_view first_line(std::string_view text);

// Columns that the text takes in a terminal: 2 for East Asian wide and emoji, 0 for combining marks and for
// the colour codes that ink() writes. Expects printable text on one line.
[[nodiscard]] int display_width(std::string_view text);

// The code point at the start of `text` and its length in bytes; U+FFFD and 1 for what is no UTF-8.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;
  bool valid = true;
};
[[nodiscard]] CodePoint first_code_point(std::string_view text);  // precondition: not empty

}  // namespace runner::report
