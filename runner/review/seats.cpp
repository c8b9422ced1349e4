#include "runner/review/seats.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace runner::review {

std::vector<std::size_t> reading_order(const std::vector<Claim>& claims, const Review& review) {
  std::vector<std::size_t> order(claims.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto place = [&](std::size_t i) {
    const auto& claim = claims[i];
    const auto& comment = review.comments[claim.comment];
    return std::tie(comment.path, comment.side, comment.lines.first, comment.lines.last, claim.text,
                    comment.id, claim.ordinal);
  };
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
  return order;
}

std::vector<Seat> seats_of(const std::vector<Claim>& claims, const std::vector<Pair>& pairs,
                           const Review& review) {
  std::vector<Seat> seats;
  std::vector<bool> bound(claims.size(), false);
  for (const auto& pair : pairs) {
    if (!pair.decided || *pair.decided == Level::missed) continue;
    seats.push_back({pair.claim, pair.defect});
    if (*pair.decided >= Level::identified) bound[pair.claim] = true;
  }
  std::ranges::sort(seats, {}, [](const Seat& seat) { return std::pair(*seat.defect, seat.claim); });
  for (const auto claim : reading_order(claims, review))
    if (!bound[claim]) seats.push_back({claim, std::nullopt});
  return seats;
}

bool stands_for(const Seat& seat, const Pair& pair) {
  if (seat.claim != pair.claim) return false;
  return seat.defect ? seat.defect == pair.defect : !pair.decided;
}

}  // namespace runner::review
