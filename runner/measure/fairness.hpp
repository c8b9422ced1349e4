// Selection rates of groups and what they say. Sources: the Uniform Guidelines on Employee Selection
// Procedures (1978), section 4D, for the ratio of four fifths; Fisher (1935) for the exact test. Counts only:
// who belongs to which group is never known here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runner/review/score.hpp"

namespace runner::measure {

struct Group {
  std::string name;
  int total = 0;
  int selected = 0;
};

struct GroupRate {
  Group group;
  double rate = 0;              // 0 without people
  review::Interval interval;    // Wilson, 95 %
  std::optional<double> ratio;  // to the highest rate; none where nobody was selected
  std::optional<double> p;      // Fisher's exact test against that group, both ways; none for itself
  bool under_four_fifths = false;
  bool few = false;  // under 30 people, or under 5 % of all: too few to conclude from
};

// In the order given; the group of the highest rate is the one to compare with (of those that are not too
// few, where there is one; of equals the largest, then the first).
struct Impact {
  std::vector<GroupRate> groups;
  std::string reference;
};
[[nodiscard]] Impact impact(const std::vector<Group>& groups);

}  // namespace runner::measure
