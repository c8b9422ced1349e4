// What was found in somebody's code, and what is known of a rule, as values.
#pragma once

#include <string>
#include <vector>

#include "detectors/scan.hpp"

namespace runner::session {

struct FoundInFile {
  std::string path;
  std::vector<detectors::Finding> findings;
  std::vector<std::string> lines;  // the code line of each finding
  std::vector<std::string> notes;
};

struct DetectReport {
  std::vector<FoundInFile> files;  // those with findings or notes, by path
  std::string version;             // of seedfault
  std::size_t scanned = 0;
  std::size_t ignored = 0;   // findings that the code itself says are right
  std::size_t unlikely = 0;  // of low confidence, left out because nobody asked for them
  [[nodiscard]] std::size_t findings() const;
};

// All that is known of one rule.
struct RulePage {
  std::string id, class_id, class_title, severity, message, why, fix;
  std::vector<std::string> languages;
  struct Example {
    std::string language, code;
    bool bad = false;
    std::string before;  // the text before the change; "" where one side is enough
  };
  std::vector<Example> examples;
  // Where its findings are of high confidence: in these languages, when this holds ("" for always).
  struct Sure {
    std::vector<std::string> languages;
    std::string when;
  };
  bool sure = true;  // where none of these holds
  std::vector<Sure> sure_in = {};
};

// All that is known of one class.
struct ClassPage {
  std::string id, title, what, why, fix;
  std::vector<RulePage> rules;  // by id; none where no rule finds the class
};

}  // namespace runner::session
