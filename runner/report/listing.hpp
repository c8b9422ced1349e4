// Lists: the bank, one exercise, attempts, the comments of an attempt.
#pragma once

#include <string>
#include <vector>

#include "runner/report/style.hpp"
#include "runner/session/values.hpp"

namespace runner::report {

// no: nothing of the key, nor anything from which it could be guessed (patterns, counts, artefacts, sample
// reviews).
enum class Answers { no, yes };

[[nodiscard]] std::string exercises_text(const std::vector<exercise::Exercise>& bank, Answers answers,
                                         const Style& style);
[[nodiscard]] std::string exercises_json(const std::vector<exercise::Exercise>& bank, Answers answers);

[[nodiscard]] std::string exercise_text(const exercise::Exercise& exercise, Answers answers,
                                        const Style& style);
[[nodiscard]] std::string exercise_json(const exercise::Exercise& exercise, Answers answers);

// Never which defects an attempt holds.
[[nodiscard]] std::string attempts_text(const std::vector<session::Attempt>& attempts, const Style& style);
[[nodiscard]] std::string attempts_json(const std::vector<session::Attempt>& attempts);

enum class Bodies { first_line, whole };

[[nodiscard]] std::string comments_text(const review::Review& review, Bodies bodies, const Style& style);
[[nodiscard]] std::string comments_json(const review::Review& review);

}  // namespace runner::report
