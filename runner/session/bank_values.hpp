// What the bank covers, as a value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace runner::session {

// One theme of the taxonomy and what the bank has for it.
struct ThemeCoverage {
  std::string_view kind;  // "pattern", "skill" or "instinct"
  std::string_view id;    // of detectors::source's tables
  std::string_view title;
  int defects = 0;                     // plantable
  std::vector<std::string> exercises;  // ids, sorted
  std::vector<std::string> languages;  // sorted
  std::vector<std::string> levels;     // sorted
};

}  // namespace runner::session
