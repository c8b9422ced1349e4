// The bank as its owner looks at it: what it covers, and which exercise fits a wish.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detectors/catalog.hpp"
#include "runner/session/bank_values.hpp"
#include "runner/session/house.hpp"

namespace runner::session {

// What somebody would like; what is not given does not matter.
struct Wish {
  std::optional<std::string> level;     // "L4"
  std::optional<std::string> language;  // "python"
  std::optional<int> minutes;           // at most
};

// The exercises that fit, in the bank's order.
[[nodiscard]] std::vector<exercise::Exercise> fitting(std::vector<exercise::Exercise> bank, const Wish& wish);

// The id of one that fits: the same for the same seed and bank. None fits: a fault that says what there is.
[[nodiscard]] Checked<std::string> pick(const House& house, const Wish& wish, std::uint64_t seed);

// Every pattern, skill and instinct, also those of which the bank has nothing.
[[nodiscard]] std::vector<ThemeCoverage> coverage_of(const std::vector<exercise::Exercise>& bank,
                                                     const detectors::Catalog& catalog);

}  // namespace runner::session
