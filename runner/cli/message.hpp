// The text of a comment, as the command line gives it.
#pragma once

#include "runner/cli/command.hpp"

namespace runner::cli {

inline const Option message_option{
    .name = "-m,--message", .value = "TEXT", .help = "the comment, Markdown; \"-\" reads standard input"};
inline const Option severity_option{.name = "--severity",
                                    .value = "LEVEL",
                                    .help = "how much it matters",
                                    .count = Option::Count::optional,
                                    .choices = {"blocker", "major", "minor", "nit"}};

// none: no message was given.
[[nodiscard]] session::Checked<std::optional<std::string>> read_message(const Arguments& arguments);

}  // namespace runner::cli
