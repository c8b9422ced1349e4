// Is this text UTF-8? Asked once, where files come in, so that nothing behind has to ask.
#pragma once

#include <string_view>

namespace runner::exercise {

// The offset of the first byte that is not part of a well-formed character (Unicode 15, table 3-7: no
// overlong forms, no surrogates, nothing past U+10FFFF); npos when all is well.
[[nodiscard]] std::size_t first_non_utf8(std::string_view text);

}  // namespace runner::exercise
