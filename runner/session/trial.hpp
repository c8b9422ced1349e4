// Trying a suggestion: applied to the file in memory, parsed, scanned again. Nothing of it is run here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runner/session/score.hpp"

namespace runner::session {

// The planted tree with the suggestion applied; none when its place is not in the tree. An applied text may
// be at most 1 MiB: a larger one is refused, as an exercise's own files are.
[[nodiscard]] std::optional<exercise::Tree> suggested_tree(const Stage& stage, const review::Comment& comment,
                                                           const review::Suggestion& suggestion);

// The defects whose place a suggestion is at or near, in the same file: those whose proofs are run on it.
[[nodiscard]] std::vector<std::string> defects_near(const review::Key& key, const review::Comment& comment,
                                                    const review::Suggestion& suggestion);

// One trial for each suggestion of the review, with the stored proofs.
[[nodiscard]] std::vector<review::SuggestionTrial> try_suggestions(const Bench& bench, const Stage& stage,
                                                                   const review::Key& key,
                                                                   const review::Review& review,
                                                                   const std::vector<StoredTrial>& proofs);

}  // namespace runner::session
