// What the commands of calibration share.
#pragma once

#include <string>
#include <vector>

#include "runner/cli/command.hpp"
#include "runner/session/calibrate.hpp"

namespace runner::cli {

// --by, else who sits at the keyboard.
[[nodiscard]] std::string person_in(const Arguments& arguments);

// Scores each, takes names out, and freezes it under a code name of the pack.
[[nodiscard]] session::Checked<std::vector<session::PackReview>> frozen(const Context& context,
                                                                        const std::string& pack,
                                                                        const std::vector<std::string>& names,
                                                                        std::vector<std::string>& codes);

// "defect=3" texts as ratings of one review of the pack.
[[nodiscard]] session::Checked<session::ReviewRating> ratings_in(const std::vector<std::string>& texts,
                                                                 const session::PackReview& review);
// --output, or standard output.
[[nodiscard]] Result print_or_write(const Arguments& arguments, const std::string& text);

inline const Option pack_option{
    .name = "PACK", .value = "", .help = "a pack of `seedfault calibrate`", .count = Option::Count::required};
inline const Option by_option{
    .name = "--by", .value = "NAME", .help = "who does it; your user name without it"};
inline const Option output_option{
    .name = "-o,--output", .value = "FILE", .help = "write there instead of to standard output"};

}  // namespace runner::cli
