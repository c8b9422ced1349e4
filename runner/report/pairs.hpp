// Pair sessions and their timelines, for people and for programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runner/report/style.hpp"
#include "runner/session/pair_values.hpp"

namespace runner::report {

// The one time that the two links are told.
[[nodiscard]] std::string opened_text(const session::PairSession& pair, std::string_view candidate_link,
                                      std::string_view interviewer_link);
[[nodiscard]] std::string opened_json(const session::PairSession& pair, std::string_view candidate_link,
                                      std::string_view interviewer_link);

[[nodiscard]] std::string pairs_text(const std::vector<session::PairSession>& all, const Style& style);
[[nodiscard]] std::string pairs_json(const std::vector<session::PairSession>& all);

// What happened, oldest first: the whole log, the interviewer's notes included.
[[nodiscard]] std::string timeline_text(const session::PairSession& pair,
                                        const std::vector<session::PairEvent>& events);
[[nodiscard]] std::string timeline_json(const session::PairSession& pair,
                                        const std::vector<session::PairEvent>& events);

}  // namespace runner::report
