// What a claim says in words that no vocabulary holds, once its words have named the mechanism: what will
// happen, and a remedy that agrees with the author's. Both are read from how the sentence is built, and both
// are strict: a consequence names a harm of its own, a remedy is proposed and shares words with the fix that
// the key gives.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "runner/review/concepts.hpp"
#include "runner/review/language_data.hpp"

namespace runner::review {

// A part of a sentence, from one comma or "so" to the next, that tells a harm which is not the mechanism
// itself: "so the merchant is paid too little", "paid orders would wait until somebody restarts it". None of
// its words may name the cause, the remedy or a harm that is denied.
[[nodiscard]] std::optional<Range> consequence_told(const Speech& speech, const Concepts& says,
                                                    std::size_t own, std::size_t known,
                                                    const LanguageData& language);

struct RemedyTold {
  Range range;                      // the sentence that proposes it
  std::vector<std::string> shared;  // its words that stand in the fix too, at least `least_shared`
};
inline constexpr std::size_t least_shared = 2;

// "I'd first write the row and then call them": proposed, not asked whether, and sharing words with the fix
// besides those that name the cause. `fix` holds the stems of the fix.
[[nodiscard]] std::optional<RemedyTold> remedy_told(const Speech& speech, const Concepts& says,
                                                    std::size_t own, std::size_t known,
                                                    const std::set<std::string>& fix,
                                                    const LanguageData& language);

// The stems of a text that say what it is about.
[[nodiscard]] std::set<std::string> matter_of(const std::string& text, const LanguageData& language);

}  // namespace runner::review
