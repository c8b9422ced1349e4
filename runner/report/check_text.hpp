// What `seedfault check` proved of each exercise, point by point, and what it could not.
#pragma once

#include <string>
#include <vector>

#include "runner/report/style.hpp"
#include "runner/session/check_values.hpp"

namespace runner::report {

[[nodiscard]] std::string check_text(const std::vector<session::CheckReport>& reports, const Style& style);
[[nodiscard]] std::string check_json(const std::vector<session::CheckReport>& reports);

}  // namespace runner::report
