// Where sentences end. Abbreviations, versions, paths and code ("requests.post", "e.g. this", "1.5") do not
// end one.
#pragma once

#include <string_view>
#include <vector>

#include "detectors/source/position.hpp"

namespace runner::review {

// Bytes of each sentence, in order, without white space around it, its closing mark included. A line break
// ends a sentence too: claims are joined from blocks by line breaks. Linear.
[[nodiscard]] std::vector<detectors::source::ByteSpan> sentences(std::string_view text);

}  // namespace runner::review
