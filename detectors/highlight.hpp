// Colours for code, by the highlight queries that the grammars' own packages carry.
#pragma once

#include <string_view>
#include <vector>

#include "detectors/source/paint.hpp"

namespace detectors {

// Empty where the path names no language that we parse, and for a text that costs too much to parse: more
// than 512 KiB, 200,000 nodes, a fifth of a second. What does not parse is painted as far as it does.
[[nodiscard]] std::vector<source::Paint> highlight(std::string_view path, std::string_view text);

// How many patterns of a language's queries our engine could not read and leaves out: for the tests.
[[nodiscard]] int patterns_left_out(std::string_view language);

}  // namespace detectors
