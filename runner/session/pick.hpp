// Chooses an exercise for somebody, so that the bank is used evenly.
#pragma once

#include <string>
#include <vector>

#include "runner/session/house.hpp"

namespace runner::session {

struct PickRequest {
  std::string language;  // "": any
  std::string level;     // "L4"; "": any
  std::string name;      // the candidate's code name: what they had before is left out
};
// Of the exercises that fit, the one that was given out the fewest times; of those the first by id. Faults:
// none fits, with what there is.
[[nodiscard]] Checked<std::string> pick_exercise(const House& house, const PickRequest& request);

// What the bank has to choose from.
struct PickChoices {
  std::vector<std::string> languages;  // sorted, each once
  std::vector<std::string> levels;
};
[[nodiscard]] PickChoices pick_choices(const House& house);

}  // namespace runner::session
