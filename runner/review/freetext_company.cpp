#include "runner/review/freetext_company.hpp"

#include <algorithm>

namespace runner::review {
namespace {

constexpr float lone = 0.05F, crowded = 0.40F;
constexpr std::size_t company_size = 5, pass_size = 10, pass_times = 4, best_size = 3;
constexpr float own_share = 0.4F;

// The greatest and the second greatest, from 0: enough to know each element's greatest rival.
struct Top {
  float first = 0;
  float second = 0;
  void take(float value) {
    if (value > first)
      second = first, first = value;
    else
      second = std::max(second, value);
  }
  [[nodiscard]] float rival_of(float value) const { return value >= first ? second : first; }
};

struct Fit {
  float value = 0;
  std::size_t comment = 0;
};

// The comments that fit the defect and no other, the best first: one more than are wanted, for one may be
// left out.
std::vector<Fit> best_of(const Table& table, std::size_t defect) {
  std::vector<Fit> fits;
  for (std::size_t i = 0; i < table.size(); ++i) {
    float rival = 0;
    for (std::size_t j = 0; j < table[i].size(); ++j)
      if (j != defect) rival = std::max(rival, table[i][j]);
    fits.push_back({std::max(0.0F, table[i][defect] - rival / 2), i});
  }
  const auto kept = std::min(fits.size(), best_size + 1);
  std::ranges::partial_sort(fits, fits.begin() + static_cast<std::ptrdiff_t>(kept),
                            [](const Fit& a, const Fit& b) {
                              return a.value != b.value ? a.value > b.value : a.comment < b.comment;
                            });
  fits.resize(kept);
  return fits;
}

}  // namespace

Table ahead_in_row(const Table& table) {
  auto result = table;
  for (auto& row : result) {
    Top top;
    for (const auto value : row) top.take(value);
    for (auto& value : row) value -= top.rival_of(value);
  }
  return result;
}

Table ahead_in_column(const Table& table) {
  auto result = table;
  for (std::size_t j = 0; !table.empty() && j < table.front().size(); ++j) {
    Top top;
    for (const auto& row : table) top.take(row[j]);
    for (auto& row : result) row[j] -= top.rival_of(row[j]);
  }
  return result;
}

Neighbours nearest(const Table& among, std::size_t most) {
  Neighbours neighbours(among.size());
  for (std::size_t i = 0; i < among.size(); ++i) {
    std::vector<Neighbour> others;
    others.reserve(among.size());
    for (std::size_t k = 0; k < among.size(); ++k)
      if (k != i) others.push_back({k, among[i][k]});
    const auto kept = std::min(others.size(), most);
    std::ranges::partial_sort(others, others.begin() + static_cast<std::ptrdiff_t>(kept),
                              [](const Neighbour& a, const Neighbour& b) {
                                return a.likeness != b.likeness ? a.likeness > b.likeness
                                                                : a.comment < b.comment;
                              });
    others.resize(kept);
    neighbours[i] = std::move(others);
  }
  return neighbours;
}

Table mean_of_nearest(const Table& table, const Neighbours& neighbours, std::size_t most) {
  Table result(table.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    result[i].assign(table[i].size(), 0);
    float weight = 0;
    const auto kept = std::min(most, neighbours[i].size());
    for (std::size_t n = 0; n < kept; ++n) {
      const auto [comment, likeness] = neighbours[i][n];
      const float square = likeness * likeness;
      weight += square;
      for (std::size_t j = 0; j < result[i].size(); ++j) result[i][j] += square * table[comment][j];
    }
    if (weight > 0)
      for (auto& value : result[i]) value /= weight;
  }
  return result;
}

Table passed_on(const Table& table, const Neighbours& neighbours) {
  auto now = table;
  for (std::size_t time = 0; time < pass_times; ++time) {
    const auto heard = mean_of_nearest(now, neighbours, pass_size);
    for (std::size_t i = 0; i < table.size(); ++i)
      for (std::size_t j = 0; j < table[i].size(); ++j)
        now[i][j] = own_share * table[i][j] + (1 - own_share) * heard[i][j];
  }
  return now;
}

Table like_the_best(const Table& table, const Table& among) {
  Table result(table.size());
  for (std::size_t i = 0; i < table.size(); ++i) result[i].assign(table[i].size(), 0);
  for (std::size_t j = 0; !table.empty() && j < table.front().size(); ++j) {
    const auto best = best_of(table, j);
    for (std::size_t i = 0; i < table.size(); ++i) {
      float sum = 0, weight = 0;
      std::size_t taken = 0;
      for (const auto& fit : best) {
        if (fit.comment == i || taken == best_size) continue;
        ++taken;
        sum += fit.value * among[i][fit.comment];
        weight += fit.value;
      }
      if (weight > 0) result[i][j] = sum / weight;
    }
  }
  return result;
}

std::vector<float> company(const Neighbours& neighbours) {
  std::vector<float> result;
  for (const auto& near : neighbours) {
    float sum = 0;
    for (std::size_t n = 0; n < std::min(near.size(), company_size); ++n) sum += near[n].likeness;
    const float mean = sum / static_cast<float>(company_size);
    result.push_back(std::clamp((mean - lone) / (crowded - lone), 0.0F, 1.0F));
  }
  return result;
}

}  // namespace runner::review
