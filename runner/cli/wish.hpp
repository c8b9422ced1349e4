// The options by which an exercise is looked for: --level, --minutes, --language.
#pragma once

#include "runner/cli/command.hpp"
#include "runner/session/bank.hpp"

namespace runner::cli {

inline const Option level_option{.name = "--level",
                                 .value = "LEVEL",
                                 .help = "only exercises of this level",
                                 .choices = {"L3", "L4", "L5+"}};
inline const Option minutes_option{
    .name = "--minutes", .value = "N", .help = "only exercises that take at most so long"};
inline const Option language_option{
    .name = "--language", .value = "NAME", .help = "only exercises in this language"};

[[nodiscard]] session::Checked<session::Wish> read_wish(const Arguments& arguments);

}  // namespace runner::cli
