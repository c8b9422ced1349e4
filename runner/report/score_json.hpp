// The report of one scored attempt for machines: "seedfault.score/2", described by docs/score.schema.json. It
// holds everything that a reader needs to recompute or to audit the score. Keys stand in a fixed order,
// numbers that are not whole are rounded to six decimals, so that equal values give equal bytes.
#pragma once

#include <string>
#include <string_view>

#include "runner/session/values.hpp"

namespace runner::report {

inline constexpr std::string_view score_schema = "seedfault.score/2";
// Still read: it knows no unjudged findings.
inline constexpr std::string_view earlier_score_schema = "seedfault.score/1";

[[nodiscard]] std::string score_json(const session::Scored& scored);

}  // namespace runner::report
