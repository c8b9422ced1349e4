// Rules that were written for semgrep or ast-grep, as rules of ours: a pattern, any, all and not, inside and
// has, and regular expressions. What has no counterpart is named, never dropped in silence.
#pragma once

#include <string>
#include <vector>

#include "detectors/source/fault.hpp"

namespace detectors {

struct ForeignRule {
  std::string id;                     // as the file of ours would be called
  std::string text;                   // that file; "" when the rule could not be taken
  std::vector<std::string> left_out;  // "line 7: `metavariable-pattern` has no counterpart"
};

// In the order of the file. A semgrep file's list `rules`; ast-grep's documents, one a rule, and those of its
// tests (`valid`, `invalid`), which become the rule's examples. Where there are none, a bad example is made
// from the pattern; whether it holds only a test of the rules tells.
[[nodiscard]] source::Checked<std::vector<ForeignRule>> foreign_rules(const std::string& path,
                                                                      const std::string& text);

}  // namespace detectors
