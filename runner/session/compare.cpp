#include "runner/session/compare.hpp"

#include <fmt/format.h>

namespace runner::session {

Checked<std::vector<Scored>> comparable(std::vector<Scored> scores) {
  if (scores.size() < 2)
    return faulty({"seedfault compare", {}, "has nothing to compare with", "name two or more attempts"});
  const auto& first = scores.front().attempt;
  Faults faults;
  for (const auto& scored : scores) {
    const auto& attempt = scored.attempt;
    if (attempt.exercise != first.exercise)
      faults.push_back(
          {attempt.id,
           {},
           fmt::format("is of the exercise {}, and {} is of {}", attempt.exercise, first.id, first.exercise),
           "compare attempts of one exercise"});
  }
  if (!faults.empty()) return tl::make_unexpected(std::move(faults));
  return scores;
}

}  // namespace runner::session
