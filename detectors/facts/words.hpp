// Names split into words: "cardNumber", "card_number" and "CARD-NUMBER" are all {card, number}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace detectors::facts {

// ASCII letters alone, whatever the locale.
[[nodiscard]] std::string lowered(std::string_view text);
[[nodiscard]] std::vector<std::string> split_words(std::string_view name);  // lower case

// A word as has_phrase compares it: without a final plural s.
[[nodiscard]] std::string_view stem_of(std::string_view word);
// Whether the words of `phrase` ("card number") stand next to each other in `words`; a final plural s is
// ignored.
[[nodiscard]] bool has_phrase(const std::vector<std::string>& words, std::string_view phrase);
[[nodiscard]] bool has_any_phrase(std::string_view name, const std::vector<std::string>& phrases);

}  // namespace detectors::facts
