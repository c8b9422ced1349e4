// Which lines a ```suggestion fence replaces.
#pragma once

#include <string_view>

#include "detectors/source/position.hpp"

namespace runner::review {

// The comment's own lines; "suggestion:-1+2" takes one line above and two below the last as well.
[[nodiscard]] detectors::source::LineSpan suggested_lines(detectors::source::LineSpan lines,
                                                          std::string_view info);

}  // namespace runner::review
