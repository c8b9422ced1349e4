// How a pair stands among its rivals, and what a comment's neighbours (the comments that say nearly the same)
// have to do with a defect: many reviewers who name one defect make each other easier to understand.
#pragma once

#include <cstddef>
#include <vector>

namespace runner::review {

using Table = std::vector<std::vector<float>>;  // by comment, then defect; all rows of one length

// Each value less the greatest other one of its row or column; less 0 when there is no other.
[[nodiscard]] Table ahead_in_row(const Table& table);
[[nodiscard]] Table ahead_in_column(const Table& table);

struct Neighbour {
  std::size_t comment = 0;
  float likeness = 0;
};
// By comment: the `most` other comments that are most alike, the nearest first; ties in the order of the
// comments.
using Neighbours = std::vector<std::vector<Neighbour>>;
[[nodiscard]] Neighbours nearest(const Table& among, std::size_t most);

// The mean of the table's values at the first `most` neighbours, weighted by the square of likeness.
[[nodiscard]] Table mean_of_nearest(const Table& table, const Neighbours& neighbours, std::size_t most);
// 0.4 of the own value and 0.6 of the ten nearest neighbours', four times over.
[[nodiscard]] Table passed_on(const Table& table, const Neighbours& neighbours);
// The mean likeness to the three other comments that fit the defect best and no other defect.
[[nodiscard]] Table like_the_best(const Table& table, const Table& among);

// How much company each comment has, 0..1: 0 up to a mean likeness to its five nearest of 0.05 (a lone
// review), 1 from 0.40 (many reviews of the same change).
[[nodiscard]] std::vector<float> company(const Neighbours& neighbours);

}  // namespace runner::review
