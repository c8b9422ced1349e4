// How long item analysis takes: simulated candidates, 100,000 unless told otherwise, 10 defects each.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "runner/measure/cohort.hpp"
#include "runner/measure/health.hpp"

using namespace runner::measure;

int main(int count, char** words) {
  const int attempts = count > 1 ? std::atoi(words[1]) : 100000;
  std::vector<SimulatedItem> items;
  for (int i = 0; i < 10; ++i)
    items.push_back({.difficulty = (i - 5) / 3.0, .discrimination = 1.5, .located = 0.3});
  const auto people = simulate_candidates({.candidates = attempts}, items, 1);
  Responses responses;
  for (int i = 0; i < 10; ++i) responses.items.push_back({.id = fmt::format("d{}", i), .position = i / 2});
  for (const auto& row : people) {
    Response response;
    for (const int level : row) response.levels.push_back(static_cast<signed char>(level));
    response.coverage = row.front() / 4.0;
    responses.rows.push_back(std::move(response));
  }
  const auto start = std::chrono::steady_clock::now();
  const auto found = health(responses);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  fmt::print("{} attempts, {} defects: {:.2f} s, KR-20 {:.3f}\n", attempts, items.size(), taken.count(),
             found.reliability.alpha.value_or(0));
}
