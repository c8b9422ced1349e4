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

// A misspelt command or option is a fault that suggests the nearest one. `width` is that of help texts, in
// columns.
[[nodiscard]] session::Checked<Parsed> parse(int argc, const char* const* argv, int width);

}  // namespace runner::cli
