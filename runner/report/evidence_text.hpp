// One piece of evidence as a line of a terminal. Of this room alone.
#pragma once

#include <string>

#include "runner/report/style.hpp"
#include "runner/review/assessment.hpp"

namespace runner::report {

// "    +2.80  cause         "no timeout" names the cause"
[[nodiscard]] std::string evidence_text(const review::Evidence& evidence, const Style& style);

}  // namespace runner::report
