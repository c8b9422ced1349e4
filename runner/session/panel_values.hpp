// What two independent raters, the program and an adjudicator made of one attempt, as values.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "runner/review/assessment.hpp"

namespace runner::session {

using review::Level;

// One defect of a panel, decided or still open.
struct PanelDefect {
  std::string id;
  std::vector<std::pair<std::string, Level>> said;  // by whom, the program as "seedfault"
  std::optional<Level> result;
  std::string decided_by;  // "all", the adjudicator, or "" while it is open
  std::string why;         // the adjudicator's
  friend bool operator==(const PanelDefect&, const PanelDefect&) = default;
};

struct PanelResult {
  std::vector<PanelDefect> defects;
  int open = 0;  // disagreements that wait for the adjudicator
  double coverage_by_program = 0;
  std::optional<double> coverage;  // by the result; none while something is open
};

// One defect's level in a score that a panel has the last word in, and what the matching and single people's
// decisions had come to.
struct PanelLevel {
  PanelDefect panel;
  Level matched = Level::missed;
  bool ambiguous = false;  // the match
  friend bool operator==(const PanelLevel&, const PanelLevel&) = default;
};

// A panel in which nothing is open, as a score holds it.
struct PanelWord {
  std::string panel;
  std::string made_by, made_at, revealed_at;
  bool program_rates = true;
  std::vector<PanelLevel> defects;
  friend bool operator==(const PanelWord&, const PanelWord&) = default;
};

}  // namespace runner::session
