// Reads code of anybody's, outside of every exercise, and tells what the detectors find in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runner/session/detect_values.hpp"
#include "runner/session/house.hpp"

namespace runner::session {

struct DetectRequest {
  std::vector<std::filesystem::path> paths;   // files and folders
  std::optional<std::string> standard_input;  // a text instead of them, named by `paths.front()`
  std::vector<std::string> classes;           // none: all
  std::vector<std::string> excludes;          // globs over paths: * within a part, ** over parts
  detectors::source::Severity least = detectors::source::Severity::nit;
  detectors::Confidence least_confidence = detectors::Confidence::high;
  std::optional<std::string> base;  // a revision: only what differs from it is looked at, with what it breaks
  std::optional<std::filesystem::path> rules;  // a folder with rules/ and tables/ of one's own
};

// A file that vanishes or cannot be read is a note of the report; a path that is not there is a fault.
[[nodiscard]] Checked<DetectReport> detect(const House& house, const DetectRequest& request);

// A rule that does not exist is a fault that names the nearest ones. `own`: a folder with more rules.
[[nodiscard]] Checked<RulePage> rule_page(const House& house, const std::string& rule,
                                          const std::optional<std::filesystem::path>& own = {});

}  // namespace runner::session
