#include "runner/review/assign.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace {

using runner::review::assign;
using Matrix = std::vector<std::vector<double>>;

double best_by_trying(const Matrix& value, std::size_t row, std::vector<bool>& taken) {
  if (row == value.size()) return 0;
  double best = best_by_trying(value, row + 1, taken);  // the row stays without a column
  for (std::size_t column = 0; column < value[row].size(); ++column) {
    if (taken[column]) continue;
    taken[column] = true;
    best = std::max(best, value[row][column] + best_by_trying(value, row + 1, taken));
    taken[column] = false;
  }
  return best;
}

double sum_of(const Matrix& value, const std::vector<std::optional<std::size_t>>& chosen) {
  double sum = 0;
  std::vector<std::size_t> columns;
  for (std::size_t row = 0; row < value.size(); ++row) {
    if (!chosen[row]) continue;
    REQUIRE(value[row][*chosen[row]] > 0);
    REQUIRE(std::ranges::find(columns, *chosen[row]) == columns.end());
    columns.push_back(*chosen[row]);
    sum += value[row][*chosen[row]];
  }
  return sum;
}

TEST_CASE("an assignment is as good as the best of all") {
  std::uint64_t state = 7;
  const auto next = [&] {
    return static_cast<double>((state = state * 6364136223846793005ULL + 1442695040888963407ULL) >> 54);
  };
  for (int round = 0; round < 400; ++round) {
    const auto rows = static_cast<std::size_t>(round % 5) + 1;
    const auto columns = static_cast<std::size_t>(round / 5 % 6);
    Matrix value(rows, std::vector<double>(columns));
    for (auto& row : value)
      for (auto& cell : row) cell = next() < 300 ? 0 : next();
    std::vector<bool> taken(columns, false);
    CHECK(sum_of(value, assign(value)) == doctest::Approx(best_by_trying(value, 0, taken)));
  }
}

TEST_CASE("nothing is assigned where nothing is worth it") {
  CHECK(assign({}).empty());
  CHECK(assign({{}, {}}) == std::vector<std::optional<std::size_t>>(2));
  CHECK(assign({{0, 0}, {0, -1}}) == std::vector<std::optional<std::size_t>>(2));
  CHECK(assign({{1, 2}, {1, 5}}) == std::vector<std::optional<std::size_t>>{0, 1});
}

}  // namespace
