// Everything that is read once for a whole review, before any claim is weighed.
#pragma once

#include <vector>

#include "runner/review/weigh.hpp"

namespace runner::review {

// The scene refers to all of its arguments; they must outlive it.
[[nodiscard]] Scene set_scene(const Review& review, const Key& key, const KeyWords& words,
                              const CodeIndex& index, const std::vector<SuggestionTrial>& trials,
                              const LanguageData& language);

[[nodiscard]] std::vector<ReadClaim> read_all(const Review& review, const KeyWords& words,
                                              const CodeIndex& index, const LanguageData& language);

}  // namespace runner::review
