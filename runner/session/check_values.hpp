// What `check` found out about an exercise: one entry for each point that must hold of every exercise.
#pragma once

#include <string>
#include <vector>

#include "detectors/source/fault.hpp"

namespace runner::session {

struct CheckPoint {
  int number = 0;  // 1 to 8
  std::string title;
  int proven = 0;  // how many single facts were proven
  detectors::source::Faults faults;
  std::vector<std::string> skipped;  // what could not be tried on this host, and why
};

struct CheckReport {
  std::string exercise;  // its id
  std::vector<CheckPoint> points;
};

}  // namespace runner::session
