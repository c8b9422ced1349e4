// Columns in the units of other tools become UTF-8 bytes, and fixes of parts of lines become suggestions of
// whole lines.
#pragma once

#include "detectors/source/file.hpp"
#include "runner/comments/comments.hpp"

namespace runner::session {

// The byte column (from 1) of a column (from 1) in another unit; one past the line's end for what is beyond.
[[nodiscard]] int byte_column(std::string_view line, int column, comments::ColumnUnit unit);

// Of a comment whose lines are in the file. Fixes outside of the file are said in its anchor_note.
void convert_columns(comments::Found& found, const detectors::source::SourceFile& file);

}  // namespace runner::session
