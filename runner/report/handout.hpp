// What an auditor is handed about one attempt.
#pragma once

#include <string>

#include "runner/report/style.hpp"
#include "runner/session/handout_values.hpp"

namespace runner::report {

[[nodiscard]] std::string handout_text(const session::Handout& handout, const Style& style);
[[nodiscard]] std::string handout_json(const session::Handout& handout);

}  // namespace runner::report
