// Scores that were given stand: they are kept with all that they were computed from, and shown again until
// something that was scored changes (a decision, a proof that was run) or a person asks for a new score. A
// new version of the program changes no score by itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runner/session/house.hpp"
#include "runner/session/store.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

// The newest score of the attempt, if what is kept of the attempt is still what it was made of.
[[nodiscard]] Checked<std::optional<ScoreRecord>> standing_score(const House& house, const Attempt& attempt);

// All of them, oldest first.
[[nodiscard]] Checked<std::vector<ScoreRecord>> score_records(const House& house, const Attempt& attempt);

// Number `number`; one that does not exist is a fault.
[[nodiscard]] Checked<ScoreRecord> score_record(const House& house, const Attempt& attempt, int number);

// Keeps `document` as the attempt's newest score, unless the newest says the same already; the newest.
[[nodiscard]] Checked<ScoreRecord> keep_score(const House& house, const Scored& scored,
                                              const std::string& document);

}  // namespace runner::session
