#include "runner/review/assign.hpp"

#include <algorithm>
#include <limits>

namespace runner::review {
namespace {

// Rows and columns count from 1 here; 0 stands for "none yet". The cost of a pair is -value; each row may
// also take a column of its own at cost 0, which means "unassigned", so there are never more rows than
// columns.
class Solver {
 public:
  explicit Solver(const std::vector<std::vector<double>>& value)
      : value_(value),
        rows_(value.size()),
        real_(value.empty() ? 0 : value.front().size()),
        columns_(real_ + rows_),
        row_potential_(rows_ + 1, 0),
        column_potential_(columns_ + 1, 0),
        owner_(columns_ + 1, 0),
        way_(columns_ + 1, 0) {}

  std::vector<std::optional<std::size_t>> solve() {
    for (std::size_t row = 1; row <= rows_; ++row) place(row);
    std::vector<std::optional<std::size_t>> chosen(rows_);
    for (std::size_t column = 1; column <= real_; ++column)
      if (owner_[column] != 0 && value_[owner_[column] - 1][column - 1] > 0)
        chosen[owner_[column] - 1] = column - 1;
    return chosen;
  }

 private:
  double cost(std::size_t row, std::size_t column) const {
    if (column <= real_) return -std::max(0.0, value_[row - 1][column - 1]);
    return column - real_ == row ? 0 : 1e9;
  }

  // Finds the cheapest chain of exchanges that gives `row` a column, and makes it.
  void place(std::size_t row) {
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    std::vector<double> least(columns_ + 1, infinity);
    std::vector<bool> used(columns_ + 1, false);
    owner_[0] = row;
    std::size_t at = 0;
    while (owner_[at] != 0) {
      used[at] = true;
      const auto here = owner_[at];
      double step = infinity;
      std::size_t next = 0;
      for (std::size_t column = 1; column <= columns_; ++column) {
        if (used[column]) continue;
        const double reduced = cost(here, column) - row_potential_[here] - column_potential_[column];
        if (reduced < least[column]) {
          least[column] = reduced;
          way_[column] = at;
        }
        if (least[column] < step) {
          step = least[column];
          next = column;
        }
      }
      shift(used, least, step);
      at = next;
    }
    for (; at != 0; at = way_[at]) owner_[at] = owner_[way_[at]];
  }

  void shift(const std::vector<bool>& used, std::vector<double>& least, double step) {
    for (std::size_t column = 0; column <= columns_; ++column) {
      if (used[column]) {
        row_potential_[owner_[column]] += step;
        column_potential_[column] -= step;
      } else {
        least[column] -= step;
      }
    }
  }

  const std::vector<std::vector<double>>& value_;
  std::size_t rows_;
  std::size_t real_;
  std::size_t columns_;
  std::vector<double> row_potential_;
  std::vector<double> column_potential_;
  std::vector<std::size_t> owner_;  // of a column; owner_[0] is the row being placed
  std::vector<std::size_t> way_;
};

}  // namespace

std::vector<std::optional<std::size_t>> assign(const std::vector<std::vector<double>>& value) {
  return Solver(value).solve();
}

}  // namespace runner::review
