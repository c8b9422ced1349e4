// Where edits stand in the text that they made: from bytes to the lines that a reviewer would point to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/edit.hpp"
#include "detectors/source/file.hpp"
#include "runner/exercise/exercise.hpp"

namespace runner::exercise {

// The lines of the bytes without blanks and line ends at either end; of all the bytes when they hold nothing
// else.
[[nodiscard]] detectors::source::LineSpan visible_lines(const detectors::source::SourceFile& file,
                                                        detectors::source::ByteSpan bytes);

// Where an edit stands once made: `placed` in the new text, `removed` the old bytes that it took away. See
// plant.hpp.
[[nodiscard]] detectors::source::LineSpan stand_of(const detectors::source::SourceFile& file,
                                                   detectors::source::ByteSpan placed,
                                                   std::string_view removed);

// Do the lines do nothing but bring names in: import, include, require, using? A change that needs a name
// brings it in, and nobody would point there.
[[nodiscard]] bool only_imports(const detectors::source::SourceFile& file, detectors::source::LineSpan lines);

// Sorted; spans that overlap or are neighbours become one.
[[nodiscard]] std::vector<detectors::source::LineSpan> joined(std::vector<detectors::source::LineSpan> spans);

// nullptr when the tree has no such file.
[[nodiscard]] const std::string* text_of(const Tree& tree, std::string_view path);

}  // namespace runner::exercise
