// What a skill is and how to get better at it, in words that give no planted defect away. Of this room alone.
#pragma once

#include <string_view>

namespace runner::report {

struct Practice {
  std::string_view skill;     // its id
  std::string_view what;      // "what a service does when ...": completes "This is about ..."
  std::string_view practise;  // what to do, on a change of one's own
};

// Every skill of the taxonomy has one; an id that is none of them gets empty texts.
[[nodiscard]] Practice practice_of(std::string_view skill);

}  // namespace runner::report
