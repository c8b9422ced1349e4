// What every form of a comparison says. Of this room alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runner/session/values.hpp"

namespace runner::report {

// A defect that was planted for at least one of them.
struct ComparedDefect {
  const review::Defect* defect = nullptr;            // of the first that has it
  std::vector<std::optional<review::Level>> levels;  // one a score; none: not planted there
};

// The most severe first, then the heaviest.
[[nodiscard]] std::vector<ComparedDefect> compared_defects(const std::vector<session::Scored>& scores);

[[nodiscard]] std::string letter_for(std::size_t index);  // "A", "B", … "Z", "AA": heads of columns
// "baseline: a tool, not a person", "sample review", or who reviewed and their verdict.
[[nodiscard]] std::string described(const session::Scored& scored);
[[nodiscard]] bool is_baseline(const session::Attempt& attempt);

// "Found by everybody", "Found by nobody", and by one alone: each with the defects' titles. Of those that
// were planted for all. The baselines are left aside when there are two people or more.
struct Finding {
  std::string who;
  std::vector<std::string> titles;
};
[[nodiscard]] std::vector<Finding> findings(const std::vector<session::Scored>& scores);

// What the reader must know before comparing: other defects planted, another version of the exercise.
[[nodiscard]] std::vector<std::string> cautions(const std::vector<session::Scored>& scores);

// Coverage, precision, score, band: a row each.
struct ComparedFigure {
  std::string_view name;
  std::vector<std::string> values;
};
[[nodiscard]] std::vector<ComparedFigure> figures(const std::vector<session::Scored>& scores);

}  // namespace runner::report
