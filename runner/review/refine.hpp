// Claims cut and joined once the key's words are known: a sentence, or half of one, that names another
// problem than the one before it is a claim of its own; a list item that only explains the one before it
// belongs to that.
#pragma once

#include <vector>

#include "runner/review/said.hpp"

namespace runner::review {

struct Heard {
  Claim claim;
  Speech speech;  // of the claim's text
};

[[nodiscard]] std::vector<Heard> refine(std::vector<Claim> claims, const Review& review,
                                        const KeyWords& words, const LanguageData& language);

}  // namespace runner::review
