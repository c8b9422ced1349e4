// The whole journey on a real exercise, in one go: start, a recorded sample review imported, submitted and
// scored.
#pragma once

#include <string>

#include "runner/session/check.hpp"
#include "runner/session/house.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

struct Demonstrated {
  Scored scored;
  std::filesystem::path folder;  // holds the candidate's folder, the demo's own store and, later, the report
};

// `into` must not exist; its parent must. The user's own attempts are not touched.
[[nodiscard]] Checked<Demonstrated> demonstrate(const House& house, const std::string& exercise,
                                                const std::string& sample, const std::filesystem::path& into,
                                                const Progress& progress);

}  // namespace runner::session
