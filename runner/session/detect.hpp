// Reads code of anybody's, outside of every exercise, and tells what the detectors find in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detectors/scan.hpp"
#include "runner/session/house.hpp"

namespace runner::session {

struct DetectRequest {
  std::vector<std::filesystem::path> paths;   // files and folders
  std::optional<std::string> standard_input;  // a text instead of them, named by `paths.front()`
  std::vector<std::string> classes;           // none: all
  std::vector<std::string> excludes;          // globs over paths: * within a part, ** over parts
  detectors::source::Severity least = detectors::source::Severity::nit;
  std::optional<std::filesystem::path> rules;  // a folder with rules/ and tables/ of one's own
};

struct FoundInFile {
  std::string path;
  std::vector<detectors::Finding> findings;
  std::vector<std::string> lines;  // the code line of each finding
  std::vector<std::string> notes;
};

struct DetectReport {
  std::vector<FoundInFile> files;  // those with findings or notes, by path
  std::size_t scanned = 0;
  std::size_t ignored = 0;  // findings that the code itself says are right
  [[nodiscard]] std::size_t findings() const;
};

// A file that vanishes or cannot be read is a note of the report; a path that is not there is a fault.
[[nodiscard]] Checked<DetectReport> detect(const House& house, const DetectRequest& request);

// All that is known of one rule.
struct RulePage {
  std::string id, class_id, class_title, severity, message, why, fix;
  std::vector<std::string> languages;
  struct Example {
    std::string language, code;
    bool bad = false;
  };
  std::vector<Example> examples;
};
// A rule that does not exist is a fault that names the nearest ones.
[[nodiscard]] Checked<RulePage> rule_page(const House& house, const std::string& rule);

}  // namespace runner::session
