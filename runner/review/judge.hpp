// The heart: what does this review say about this key? Pure: the same values give the same answer, byte for
// byte.
#pragma once

#include <vector>

#include "runner/review/assessment.hpp"
#include "runner/review/key.hpp"
#include "runner/review/language.hpp"

namespace runner::review {

[[nodiscard]] Assessment judge(const Review& review, const Key& key,
                               const std::vector<SuggestionTrial>& trials, const Language& language);

}  // namespace runner::review
