// Group-wise nested cross-validation: what is reported of a pull request was neither fitted nor chosen on it.
#pragma once

#include <vector>

#include "bench/freetext/data.hpp"
#include "bench/freetext/figures.hpp"
#include "bench/freetext/regression.hpp"
#include "runner/review/freetext_model.hpp"

namespace bench {

struct Material {
  std::vector<Sample> samples;     // of all arrangements
  std::vector<std::size_t> group;  // by sample
  std::vector<Arrangement> of;     // by sample
  std::size_t groups = 0;
};
// A row holds every feature twice, times (1 - company) and times company, and company itself: two sets of
// weights and the way between them are one regression.
[[nodiscard]] Material material(const Data& data, const runner::review::Background& background,
                                const runner::review::LanguageData& language);

struct Validated {
  std::vector<Scored> scored;  // by sample
  std::vector<double> ridges;  // chosen, by group left out
};
// Each group is left out once. The ridge is chosen on the others alone, by five-fold validation within them.
[[nodiscard]] Validated validate(const Material& material);

[[nodiscard]] double choose_ridge(const Material& material, const std::vector<std::size_t>& groups);

// Fitted on everything, as the program ships it.
[[nodiscard]] runner::review::FreeTextModel fitted(const Material& material, double ridge);

}  // namespace bench
