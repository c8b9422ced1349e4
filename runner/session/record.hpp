// Attempts, comments and trials as rows of the store, and back. A value that this program does not know (a
// row written by hand) reads as the type's default.
#pragma once

#include <string_view>

#include "runner/session/database.hpp"
#include "runner/session/store.hpp"

namespace runner::session {

inline constexpr std::string_view comment_columns =
    "id, scope, path, side, first_line, last_line, body, suggestions, severity, author, thread, reply_to, "
    "state, anchor,"
    " source, raw, more";

[[nodiscard]] Row to_row(const Attempt& attempt);
[[nodiscard]] Attempt attempt_of(const Row& row);
[[nodiscard]] Row baseline_row(const Attempt& baseline);
[[nodiscard]] Attempt baseline_of(const Row& row);
[[nodiscard]] Row to_row(const review::Comment& comment);
[[nodiscard]] review::Comment comment_of(const Row& row);
[[nodiscard]] StoredTrial trial_of(const Row& row);
[[nodiscard]] Row to_row(const StoredTrial& trial);
[[nodiscard]] Row to_row(const PatchTrial& trial);  // without its number
[[nodiscard]] PatchTrial patch_trial_of(const Row& row);
[[nodiscard]] Row to_row(const review::Decision& decision);  // without its number
[[nodiscard]] review::Decision decision_of(const Row& row);  // the number first
[[nodiscard]] std::string_view to_string(review::ProofVerdict verdict);

}  // namespace runner::session
