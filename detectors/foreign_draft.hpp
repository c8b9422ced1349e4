// A foreign rule as it was read, and its way into files of ours; for foreign_rules.cpp.
#pragma once

#include <string>
#include <vector>

#include "detectors/foreign_conditions.hpp"
#include "detectors/syntax/language.hpp"

namespace detectors::foreign {

struct Draft {
  std::string id, severity, message, why, fix;
  std::vector<syntax::Language> languages;
  std::vector<Case> cases;
  std::vector<std::string> bad, good;  // examples that came with it
  std::vector<std::string> left_out;
};

// $NAME in a message is {NAME} of ours.
[[nodiscard]] std::string message_of(const std::string& theirs);
// One file of ours for each group of its cases that differ only in the pattern; none for a draft without
// cases.
[[nodiscard]] std::vector<std::string> written(const Draft& draft);

}  // namespace detectors::foreign
