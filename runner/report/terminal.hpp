// Lines for a terminal: ink, wrapping with a hanging indent, columns. Of this room alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/report/style.hpp"

namespace runner::report {

enum class Ink { bold, dim, red, green, yellow, blue };

// The text itself when the style has no colour.
[[nodiscard]] std::string ink(const Style& style, Ink ink, std::string_view text);

// The columns that are there to fill: at least 40; a very large number when the style does not wrap.
[[nodiscard]] int columns(const Style& style);

struct Indent {
  int first = 0;
  int rest = 0;
};

// The text wrapped to the style's width at spaces (a longer word is broken), each line ended by a newline.
// Newlines in the text start a new line at `rest`; runs of spaces become one. The text may hold ink; all else
// must be printable.
[[nodiscard]] std::string paragraph(std::string_view text, Indent indent, const Style& style);

// The label as it is, and the text wrapped beside it; under it, where the label leaves less than half of the
// width.
[[nodiscard]] std::string labelled(std::string_view label, std::string_view text, const Style& style);

// The same, but line by line with its own spaces kept and nothing wrapped: for code.
[[nodiscard]] std::string verbatim(std::string_view text, int indent);

// `text` filled with spaces on the right to `width` columns.
[[nodiscard]] std::string padded(std::string_view text, int width);

// At most `width` columns, the last three of them "..." when something was cut.
[[nodiscard]] std::string shortened(std::string_view text, int width);

// "\nTITLE\n\n" in bold.
[[nodiscard]] std::string heading(std::string_view title, const Style& style);

// Rows under heads, columns two spaces apart, the last column wrapped in what is left. Cells may hold ink.
// Where the table is too wide for that, each row becomes a block of "head: cell" lines.
struct Table {
  std::vector<std::string> heads;
  std::vector<std::vector<std::string>> rows;  // each as long as heads
};
[[nodiscard]] std::string table(const Table& table, const Style& style);

}  // namespace runner::report
