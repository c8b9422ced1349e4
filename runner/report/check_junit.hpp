// What `seedfault check` proved, as JUnit XML: a suite for each exercise, a case for each point.
#pragma once

#include <string>
#include <vector>

#include "runner/session/check_values.hpp"

namespace runner::report {

// A point with faults failed, one that nothing could be tried of was skipped, one that was tried in part
// passed and says what was not.
[[nodiscard]] std::string check_junit(const std::vector<session::CheckReport>& reports);

}  // namespace runner::report
