// The report of one scored attempt as one page: no script, nothing loaded from elsewhere, light and dark,
// printable, and usable without a mouse or a screen.
#pragma once

#include <string>

#include "runner/session/values.hpp"

namespace runner::report {

[[nodiscard]] std::string score_html(const session::Scored& scored);

}  // namespace runner::report
