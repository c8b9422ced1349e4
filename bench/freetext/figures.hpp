// How good scores are against judgements.
#pragma once

#include <string>
#include <vector>

namespace bench {

struct Scored {
  double score = 0;  // from 0 on it says "the same problem"
  bool same = false;
  std::size_t group = 0;
};

struct Figures {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
  double recall_at_90 = 0;  // the greatest recall at a threshold with a precision of at least .90
};
[[nodiscard]] Figures figures(std::vector<Scored> scored);

// One line: "P .905  R .911  F1 .908  recall at P .90: .917".
[[nodiscard]] std::string line(const Figures& figures);

// The lowest, the quartiles and the highest F1 of the groups that have a pair of the same problem.
[[nodiscard]] std::string spread_of_groups(const std::vector<Scored>& scored);

// How far F1 and recall at P .90 would move with other pull requests of the same kind: 95 % of 1,000 seeded
// draws of as many groups, with replacement.
[[nodiscard]] std::string interval_over_groups(const std::vector<Scored>& scored);

// The threshold with the greatest F1.
[[nodiscard]] double best_threshold(std::vector<Scored> scored);

}  // namespace bench
