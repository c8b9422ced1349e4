// Help texts, made from the table of commands.
#pragma once

#include <string>

#include "runner/cli/command.hpp"

namespace runner::cli {

[[nodiscard]] std::string overview_help(int width);
[[nodiscard]] std::string command_help(const Command& command, int width);

// "seedfault comment [PLACE] [-m TEXT] …", without markup: help and manual pages quote it.
[[nodiscard]] std::vector<std::string> usage_words(const Command& command);

// "--severity blocker|major|minor|nit", "-m, --message TEXT", "FILE".
[[nodiscard]] std::string option_head(const Option& option);

}  // namespace runner::cli
