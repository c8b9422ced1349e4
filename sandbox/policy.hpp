// Everything that a run is given: a program, its files, its input, and how much of the machine it may take.
#pragma once

#include <string>
#include <vector>

#include "sandbox/file.hpp"
#include "sandbox/limits.hpp"
#include "sandbox/profile.hpp"

namespace sandbox {

enum class AllowWeak { no, yes };

struct Policy {
  Profile profile;  // what of the machine is seen, and the environment; its limits and commands are not used
                    // by run()
  Limits limits;
  std::vector<File> files;        // written below /work inside
  std::vector<std::string> argv;  // argv[0] is an absolute path inside
  std::string folder;             // working folder, relative to /work
  std::string input;              // what the program reads on stdin
  std::string input_file;         // a file of the host that it reads there instead
  std::string secret;  // when not empty: the program reads it on descriptor 3, and may report on descriptor 4
  AllowWeak allow_weak = AllowWeak::no;
};

}  // namespace sandbox
