// Arguments against the table of commands. CLI11 stays behind this.
#pragma once

#include <string>

#include "runner/cli/command.hpp"

namespace runner::cli {

struct Parsed {
  const Command* command = nullptr;  // none: `text` is all there is to say (help, version)
  Arguments arguments{{}};
  std::string text;
};

// A misspelt command or option is a fault that suggests the nearest one.
[[nodiscard]] session::Checked<Parsed> parse(int argc, const char* const* argv);

}  // namespace runner::cli
