#include "runner/measure/agreement.hpp"

#include <cassert>
#include <cmath>
#include <cstdlib>

namespace runner::measure {
namespace {

constexpr double nothing = 1e-12;  // a variance or a distance below this is rounding

// (seen - chance) / (1 - chance), where chance leaves room.
std::optional<double> beyond_chance(double seen, double chance) {
  if (1 - chance < nothing) return std::nullopt;
  return (seen - chance) / (1 - chance);
}

struct Margins {
  double items = 0;
  std::vector<double> rows, columns;  // shares
};
Margins margins_of(const Confusion& table) {
  Margins margins{.rows = std::vector<double>(table.size()), .columns = std::vector<double>(table.size())};
  for (std::size_t r = 0; r < table.size(); ++r) {
    assert(table[r].size() == table.size());
    for (std::size_t c = 0; c < table.size(); ++c) {
      margins.items += table[r][c];
      margins.rows[r] += table[r][c];
      margins.columns[c] += table[r][c];
    }
  }
  if (margins.items == 0) return margins;
  for (double& share : margins.rows) share /= margins.items;
  for (double& share : margins.columns) share /= margins.items;
  return margins;
}

double chance_of_ac1(const std::vector<double>& prevalence) {
  double sum = 0;
  for (const double share : prevalence) sum += share * (1 - share);
  return sum / (static_cast<double>(prevalence.size()) - 1);
}

double disagreement_weight(std::size_t row, std::size_t column, Weighting weighting) {
  const double apart = std::abs(static_cast<double>(row) - static_cast<double>(column));
  return weighting == Weighting::linear ? apart : apart * apart;
}

}  // namespace

Kappa cohen_kappa(const Confusion& table) {
  const Margins margins = margins_of(table);
  Kappa result{.items = static_cast<int>(margins.items)};
  if (margins.items == 0) return result;
  for (std::size_t i = 0; i < table.size(); ++i) {
    result.agreement += table[i][i] / margins.items;
    result.by_chance += margins.rows[i] * margins.columns[i];
    result.prevalence.push_back((margins.rows[i] + margins.columns[i]) / 2);
  }
  result.kappa = beyond_chance(result.agreement, result.by_chance);
  if (table.size() < 2) return result;
  result.pabak = beyond_chance(result.agreement, 1 / static_cast<double>(table.size()));
  // With one category only in use AC1 would be 1 by definition: nothing was told apart.
  if (result.kappa) result.ac1 = beyond_chance(result.agreement, chance_of_ac1(result.prevalence));
  if (table.size() == 2) result.prevalence_index = std::abs(table[0][0] - table[1][1]) / margins.items;
  return result;
}

std::optional<double> weighted_kappa(const Confusion& table, Weighting weighting) {
  const Margins margins = margins_of(table);
  if (margins.items == 0) return std::nullopt;
  double seen = 0;
  double expected = 0;
  for (std::size_t r = 0; r < table.size(); ++r) {
    for (std::size_t c = 0; c < table.size(); ++c) {
      const double weight = disagreement_weight(r, c, weighting);
      seen += weight * table[r][c] / margins.items;
      expected += weight * margins.rows[r] * margins.columns[c];
    }
  }
  if (expected < nothing) return std::nullopt;
  return 1 - seen / expected;
}

Confusion confusion(const std::vector<int>& first, const std::vector<int>& second, int categories) {
  assert(first.size() == second.size());
  const auto size = static_cast<std::size_t>(categories);
  Confusion table(size, std::vector<int>(size, 0));
  for (std::size_t i = 0; i < first.size(); ++i)
    ++table.at(static_cast<std::size_t>(first[i])).at(static_cast<std::size_t>(second[i]));
  return table;
}

}  // namespace runner::measure
