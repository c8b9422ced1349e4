// The grammars' highlight queries, put into the program when it is built (cmake/Grammars.cmake).
#pragma once

#include <string_view>

namespace detectors {

// By the name of a language; "" for a language without.
[[nodiscard]] std::string_view highlight_query(std::string_view which);

}  // namespace detectors
