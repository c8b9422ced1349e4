// What went wrong with the sandbox itself, as opposed to with the program inside it (that is an Outcome).
#pragma once

#include <string>

namespace sandbox {

struct Failure {
  std::string step;     // what was being done: "bubblewrap", "read profile", "exec" …
  std::string problem;  // what happened, with the name or path concerned
  std::string remedy;   // what to do about it; never empty
  bool operator==(const Failure&) const = default;
};

}  // namespace sandbox
