// Item analysis of the bank, from what the newest score of each attempt came to.
#pragma once

#include <functional>
#include <string>
#include <variant>

#include "runner/session/health_values.hpp"
#include "runner/session/store.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

using Tell = std::function<void(const std::string&)>;  // of progress

// Keeps what a score came to beside it, in the transaction of `keep_score`.
[[nodiscard]] Checked<std::monostate> keep_outcome(Store& store, const Scored& scored);

// Of one exercise, or of all with "". In the order of submission; baselines and sample reviews are in no
// attempt and so not here.
[[nodiscard]] Checked<HealthReport> bank_health(const House& house, const std::string& exercise,
                                                const Tell& tell);

// The levels of a score then and now.
[[nodiscard]] Rescored compared_scores(const Scored& before, const Scored& after);

}  // namespace runner::session
