// "[major] text": where a comment's severity stands in a format that has no field for it, as in REVIEW.md.
#pragma once

#include "runner/review/comment.hpp"

namespace runner::comments {

// The body with the mark in front; as it is for a comment without a severity.
[[nodiscard]] std::string with_severity_mark(const review::Comment& comment);

// The mark off the front of the body and into the severity. A comment that has a severity is left alone, and
// so is "[nit]: text", which is a label.
void take_severity_mark(review::Comment& comment);

}  // namespace runner::comments
