// Words made comparable: case, accents, British and American spelling, endings.
#pragma once

#include <string>
#include <string_view>

namespace runner::review {

// Lower case, without accents (Latin letters only; others stay as they are), in American spelling.
[[nodiscard]] std::string folded(std::string_view word);

// The stem of a folded word (Porter's English stemmer, "Snowball"); words of other scripts stay as they are.
[[nodiscard]] std::string stem(std::string_view folded_word);

// At most one letter missing, added, changed, or two neighbours swapped. Linear.
[[nodiscard]] bool one_slip_apart(std::string_view a, std::string_view b);

}  // namespace runner::review
