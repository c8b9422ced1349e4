// A line of a tool's output that begins with a place, as grep, compilers and 'errorformat' write it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runner/review/comment.hpp"

namespace runner::comments {

struct PlaceLine {
  std::string path;  // with "/"; a drive letter stays
  review::LineSpan lines;
  review::ColumnSpan columns;
  std::string text;  // behind the place
};

// app/x.py:24: text          app/x.py:24:5: text        app/x.py:24-26: text
// app/x.py:24:5-26:9: text   app/x.py(24,5): text       C:\app\x.py:24: text
// None for a line that begins with no path and number.
[[nodiscard]] std::optional<PlaceLine> read_place_line(std::string_view line);

// "error: …", "warning TS2345: …": the severity at the front of a tool's text.
[[nodiscard]] std::optional<review::Severity> leading_severity(std::string_view text);

}  // namespace runner::comments
