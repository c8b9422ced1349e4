// What text and JSON of the bank's health both say. Of this room alone.
#pragma once

#include <string_view>

namespace runner::report {

inline constexpr std::string_view population_assumptions =
    "All take defects to be equally easy to find and candidates to be independent of each other; where they "
    "are not, there are more.";

}  // namespace runner::report
