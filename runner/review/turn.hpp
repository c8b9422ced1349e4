// Where a text turns to something else, as far as its English alone can tell.
#pragma once

#include <string_view>
#include <vector>

namespace runner::review {

// The bytes at which a new claim begins, ascending: a sentence that opens with "also", "separately" and the
// like, and the items of "1) ... 2) ..." within a paragraph.
[[nodiscard]] std::vector<std::size_t> turns(std::string_view text);

// "A few remarks:" opens a list and claims nothing.
[[nodiscard]] bool opens_list(std::string_view text);

}  // namespace runner::review
