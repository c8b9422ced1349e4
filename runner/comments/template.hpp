// The REVIEW.md that a candidate starts from: its examples must never be taken for comments.
#pragma once

#include <string_view>

namespace runner::comments {

inline constexpr std::string_view template_title = "Review: ";  // before the exercise's title

// An entry that says just this was not written by a person.
[[nodiscard]] bool is_example(std::string_view entry_text);

}  // namespace runner::comments
