// libgit2 as a whole: started once, deaf to the configuration of the machine, and what it last complained of.
#pragma once

#include <string>

namespace runner::git {

// Call before anything else of libgit2. No configuration file outside the repository at hand is read after
// this.
void start_library();

// The library's last complaint in one line.
[[nodiscard]] std::string last_complaint();

}  // namespace runner::git
