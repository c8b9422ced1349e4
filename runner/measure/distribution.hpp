// Tails that the intervals and tests of this room need. Sources: for Student's t by the incomplete beta
// function Abramowitz & Stegun (1964), 26.7.1 and 26.5.8; for Fisher's exact test Fisher, The Design of
// Experiments (1935).
#pragma once

namespace runner::measure {

// t of 0 < p < 1 with `freedom` > 0 degrees; within 1e-9.
[[nodiscard]] double student_quantile(double p, double freedom);

// Two groups, with and without. All counts >= 0.
struct Fourfold {
  int first_with = 0;
  int first_without = 0;
  int second_with = 0;
  int second_without = 0;
};
// The chance of a table as unlikely as this one or more, both ways, when nothing but the margins is given; 1
// where a margin is empty.
[[nodiscard]] double fisher_two_sided(const Fourfold& table);

}  // namespace runner::measure
