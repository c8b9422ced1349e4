// A line of code as HTML.
#pragma once

#include <string>
#include <string_view>

#include "runner/session/showing.hpp"

namespace runner::web {

// Escaped, and coloured where the file's colours are known. `line` is the text's number in the file, from 1.
[[nodiscard]] std::string code_html(std::string_view text, const session::Colouring& colours,
                                    const std::string& path, int line);

}  // namespace runner::web
