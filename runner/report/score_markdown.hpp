// The report of one scored attempt as a comment on a pull request: GitHub's Markdown, short first, the rest
// folded.
#pragma once

#include <string>

#include "runner/session/values.hpp"

namespace runner::report {

[[nodiscard]] std::string score_markdown(const session::Scored& scored);

}  // namespace runner::report
