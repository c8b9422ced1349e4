// What tools and AI reviewers score on an exercise.
#pragma once

#include <string>
#include <vector>

#include "runner/report/style.hpp"
#include "runner/session/values.hpp"

namespace runner::report {

[[nodiscard]] std::string baselines_text(const std::vector<session::Scored>& baselines, const Style& style);
[[nodiscard]] std::string baselines_json(const std::vector<session::Scored>& baselines);

}  // namespace runner::report
