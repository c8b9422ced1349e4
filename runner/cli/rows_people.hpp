// The commands about what is held about people. As rows.hpp for the others.
#pragma once

#include "runner/cli/command.hpp"

namespace runner::cli {

[[nodiscard]] Command subject_command();
[[nodiscard]] Command subject_export_command();
[[nodiscard]] Command erase_command();
[[nodiscard]] Command retention_command();

}  // namespace runner::cli
