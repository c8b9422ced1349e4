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

// What people know each by: the code name, a tool's name, a sample's; the attempt's id where there is no code
// name or two have the same.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<session::Scored>& scores);
// "A", "B", … "Z", "AA": heads of columns that are too narrow for names.
[[nodiscard]] std::vector<std::string> letters_for(std::size_t count);
// "baseline: a tool, not a person", "sample review", or who reviewed and their verdict; who only where `head`
// does not say it.
[[nodiscard]] std::string described(const session::Scored& scored, std::string_view head);
[[nodiscard]] bool is_baseline(const session::Attempt& attempt);

// "Found by everybody", "Found by nobody", and by one alone: each with the defects' titles. Of those that
// were planted for all. The baselines are left aside when there are two people or more.
struct Finding {
  std::string who;
  std::vector<std::string> titles;
};
[[nodiscard]] std::vector<Finding> findings(const std::vector<session::Scored>& scores,
                                            const std::vector<std::string>& heads);

// What the reader must know before comparing: other defects planted, another version of the exercise.
[[nodiscard]] std::vector<std::string> cautions(const std::vector<session::Scored>& scores);

// Coverage, precision, score, band: a row each.
struct ComparedFigure {
  std::string_view name;
  std::vector<std::string> values;
};
[[nodiscard]] std::vector<ComparedFigure> figures(const std::vector<session::Scored>& scores);

}  // namespace runner::report
