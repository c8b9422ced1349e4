// What the terminal is like: colour, width, and a line of progress.
#pragma once

#include <optional>
#include <string>

#include "runner/report/style.hpp"
#include "runner/session/check.hpp"

namespace runner::cli {

[[nodiscard]] std::optional<std::string> environment_variable(const char* name);

// Colour on a terminal, unless NO_COLOR is set (https://no-color.org) or TERM is "dumb". The terminal's
// width, COLUMNS, or 80, between 40 and 120.
[[nodiscard]] report::Style style_of(int descriptor);

// On a terminal: one line, rewritten. Elsewhere: nothing.
[[nodiscard]] session::Progress progress_on(int descriptor);
void clear_progress();

}  // namespace runner::cli
