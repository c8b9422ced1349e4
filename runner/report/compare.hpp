// Scores of one exercise side by side, defect by defect.
#pragma once

#include <string>
#include <vector>

#include "runner/report/style.hpp"
#include "runner/session/values.hpp"

namespace runner::report {

// Precondition of all: two or more scores of one exercise.
[[nodiscard]] std::string compare_text(const std::vector<session::Scored>& scores, const Style& style);
[[nodiscard]] std::string compare_json(const std::vector<session::Scored>& scores);  // "seedfault.compare/1"
[[nodiscard]] std::string compare_markdown(const std::vector<session::Scored>& scores);
[[nodiscard]] std::string compare_html(const std::vector<session::Scored>& scores);

}  // namespace runner::report
