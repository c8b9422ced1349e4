// --seed: which variant of an exercise.
#pragma once

#include <cstdint>
#include <optional>

#include "runner/cli/command.hpp"

namespace runner::cli {

[[nodiscard]] session::Checked<std::optional<std::uint64_t>> read_seed(const Arguments& arguments);

// The exercise that was named, or one that fits what was wished for; `who` is the command, for the fault.
[[nodiscard]] session::Checked<std::string> chosen_exercise(const Arguments& arguments,
                                                            const Context& context, std::uint64_t seed,
                                                            const std::string& who);

inline const Option picked_exercise_option{
    .name = "EXERCISE",
    .value = "",
    .help = "an exercise of `seedfault list`; without it one is picked by the next three"};
inline const Option seed_option{.name = "--seed",
                                .value = "N",
                                .help = "which variant; without it one is drawn and kept with the attempt"};

}  // namespace runner::cli
