// What this host can do: one line for each thing that the program needs or can make use of.
#pragma once

#include <string>
#include <vector>

namespace runner::session {

struct DoctorLine {
  std::string subject;  // "sandbox", "python"
  enum class State { good, limited, missing } state = State::good;
  std::string finding;  // what was found
  std::string cure;     // what to do about it; "" when all is well
};

struct Doctor {
  std::vector<DoctorLine> lines;
};

}  // namespace runner::session
