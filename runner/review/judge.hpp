// The heart: what does this review say about this key? Pure: the same values give the same answer, byte for
// byte.
#pragma once

#include <memory>
#include <vector>

#include "runner/review/assessment.hpp"
#include "runner/review/decision.hpp"
#include "runner/review/key.hpp"
#include "runner/review/language.hpp"

namespace runner::review {

// `decisions` are those in force: what a person decided stands, and the rest is judged around it.
[[nodiscard]] Assessment judge(const Review& review, const Key& key,
                               const std::vector<SuggestionTrial>& trials, const Language& language,
                               const std::vector<Decision>& decisions = {});

// A key with its phrases compiled and its code indexed, which takes longer than to judge one review: for
// those who judge one key again and again.
struct ReadyKey;
[[nodiscard]] std::shared_ptr<const ReadyKey> make_ready(Key key, Language language);
[[nodiscard]] const Key& key_of(const ReadyKey& ready);
[[nodiscard]] Assessment judge(const Review& review, const ReadyKey& ready,
                               const std::vector<SuggestionTrial>& trials,
                               const std::vector<Decision>& decisions = {});

}  // namespace runner::review
