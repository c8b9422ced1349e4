// What the claims may be credited for: the seats that the assignment gives to defects.
#pragma once

#include <optional>
#include <vector>

#include "runner/review/assessment.hpp"
#include "runner/review/comment.hpp"

namespace runner::review {

// The claims in the order of their places and texts: the same for the same claims, however they came.
[[nodiscard]] std::vector<std::size_t> reading_order(const std::vector<Claim>& claims, const Review& review);

// A claim that may be credited for one of several defects, or, as a person decided, for this one.
struct Seat {
  std::size_t claim = 0;
  std::optional<std::size_t> defect;
};

// One for each claim, so that a remark is credited once; and one more for each defect that a person credited
// it with: who read the comment may find two problems in what the program takes for one claim. A claim that a
// person found to be about a defect is that defect's, and no other's unless a person says so too. The order
// is that of places and texts, not of writing: reviews that say the same in another order are worth the same.
[[nodiscard]] std::vector<Seat> seats_of(const std::vector<Claim>& claims, const std::vector<Pair>& pairs,
                                         const Review& review);

// Whether the pair is one that the seat stands for.
[[nodiscard]] bool stands_for(const Seat& seat, const Pair& pair);

}  // namespace runner::review
