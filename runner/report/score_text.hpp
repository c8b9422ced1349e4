// The report of one scored attempt, for a terminal.
#pragma once

#include <string>

#include "runner/report/style.hpp"
#include "runner/session/values.hpp"

namespace runner::report {

// Ends with a newline. Control characters of what people wrote are shown as text, never sent to the terminal.
[[nodiscard]] std::string score_text(const session::Scored& scored, const Style& style);

}  // namespace runner::report
