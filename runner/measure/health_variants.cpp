// Candidates of one exercise may get different defects. What two variants have in common says whose
// candidates were better; what is left says which was harder (mean equating by common items: Kolen & Brennan
// 2004).
#include <algorithm>
#include <map>

#include "runner/measure/health.hpp"
#include "runner/measure/rater.hpp"

namespace runner::measure {
namespace {

using Planted = std::vector<bool>;

struct Sums {
  int attempts = 0;
  std::vector<double> found;  // by item
};

std::map<Planted, Sums> sums_of(const Responses& responses) {
  std::map<Planted, Sums> variants;
  for (const auto& row : responses.rows) {
    Planted planted;
    for (const auto level : row.levels) planted.push_back(level != not_planted);
    auto& sums = variants[planted];
    sums.found.resize(row.levels.size());
    ++sums.attempts;
    for (std::size_t item = 0; item < row.levels.size(); ++item)
      sums.found[item] += row.levels[item] >= hit ? 1 : 0;
  }
  return variants;
}

// The mean share found of the items that `chosen` names.
std::optional<double> share(const Sums& sums, const Planted& chosen) {
  double found = 0, items = 0;
  for (std::size_t item = 0; item < chosen.size(); ++item) {
    if (!chosen[item]) continue;
    found += sums.found[item] / sums.attempts;
    ++items;
  }
  return items > 0 ? std::optional(found / items) : std::nullopt;
}

}  // namespace

std::vector<Variant> variants_of(const Responses& responses) {
  const auto sums = sums_of(responses);
  std::vector<const std::pair<const Planted, Sums>*> order;
  for (const auto& each : sums) order.push_back(&each);
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [](const auto* each) { return each->second.attempts; });
  std::vector<Variant> result;
  for (const auto* each : order) {
    const auto& [planted, own] = *each;
    const auto& [reference, most] = *order.front();
    Variant variant{.planted = {},
                    .attempts = own.attempts,
                    .mean = own.attempts >= least_attempts ? share(own, planted) : std::nullopt,
                    .ability = {},
                    .equated = {}};
    Planted common(planted.size());
    for (std::size_t item = 0; item < planted.size(); ++item) {
      if (planted[item]) variant.planted.push_back(responses.items[item].id);
      common[item] = planted[item] && reference[item];
    }
    const auto here = share(own, common);
    const auto there = share(most, common);
    if (here && there && variant.mean && most.attempts >= least_attempts) {
      variant.ability = *here - *there;
      variant.equated = *variant.mean - *variant.ability;
    }
    result.push_back(std::move(variant));
  }
  return result;
}

}  // namespace runner::measure
