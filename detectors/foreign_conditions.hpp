// What a foreign rule asks for, as a value that both notations are read into; for foreign_rules.cpp.
#pragma once

#include <map>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "detectors/source/yaml.hpp"

namespace detectors::foreign {

struct Condition {
  enum class Kind { pattern, regex, metavariable, all, any, not_, inside, has };
  Kind kind = Kind::all;
  std::string text;  // the pattern in our notation; the expression
  std::string name;  // of the metavariable
  std::vector<Condition> parts;
};

// One way in which the rule may hold: all of it together.
struct Case {
  std::vector<std::string> here, not_here, inside, not_inside, holds, not_holds;
  std::map<std::string, std::string> matches;
  friend bool operator==(const Case&, const Case&) = default;
};

// The ways in which it may hold; or why we cannot say it.
[[nodiscard]] tl::expected<std::vector<Case>, std::string> cases_of(const Condition& condition);

// Reads the conditions of one rule. What cannot be taken goes to `left_out`; `whole` is false when the rule
// would then mean something else.
struct Conditions {
  Condition root;
  std::vector<std::string> left_out;
  bool whole = true;
};
[[nodiscard]] Conditions semgrep_conditions(const source::Yaml& rule);
[[nodiscard]] Conditions ast_grep_conditions(const source::Yaml& rule);

}  // namespace detectors::foreign
