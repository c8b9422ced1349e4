#include <doctest/doctest.h>

#include <cmath>

#include "runner/measure/agreement.hpp"

using namespace runner::measure;

namespace {
bool near(std::optional<double> found, double expected) {
  return found && std::abs(*found - expected) < 0.00005;
}

constexpr std::nullopt_t gap = std::nullopt;
// Krippendorff's own: four observers, twelve units, cells missing.
const Ratings known{{1, 2, 3, 3, 2, 1, 4, 1, 2, gap, gap, gap},
                    {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, gap, 3},
                    {gap, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, gap},
                    {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, gap}};
}  // namespace

TEST_CASE("Krippendorff's alpha: the known values") {
  CHECK(near(krippendorff_alpha(known, Scale::nominal), 0.7434));
  CHECK(near(krippendorff_alpha(known, Scale::ordinal), 0.8154));
  CHECK(near(krippendorff_alpha(known, Scale::interval), 0.8491));
}

TEST_CASE("perfect agreement is 1, on every scale") {
  const Ratings same{{1, 2, 3}, {1, 2, 3}};
  for (const Scale scale : {Scale::nominal, Scale::ordinal, Scale::interval})
    CHECK(near(krippendorff_alpha(same, scale), 1));
}

TEST_CASE("without variance or without a pair, n/a") {
  for (const Ratings& ratings :
       {Ratings{}, Ratings{{2, 2}, {2, 2}}, Ratings{{1, gap}, {gap, 2}}, Ratings{{1, 2}}})
    CHECK_FALSE(krippendorff_alpha(ratings, Scale::interval).has_value());
}

TEST_CASE("a table of two raters gives what their rows give") {
  const Confusion table{{3, 1, 0}, {2, 4, 1}, {0, 1, 5}};
  Ratings rows(2);
  for (std::size_t left = 0; left < 3; ++left)
    for (std::size_t right = 0; right < 3; ++right)
      for (int i = 0; i < table[left][right]; ++i) {
        rows[0].emplace_back(static_cast<double>(left));
        rows[1].emplace_back(static_cast<double>(right));
      }
  for (const Scale scale : {Scale::nominal, Scale::ordinal, Scale::interval})
    CHECK(near(krippendorff_alpha(table, scale), *krippendorff_alpha(rows, scale)));
  CHECK_FALSE(krippendorff_alpha(Confusion{{9, 0}, {0, 0}}, Scale::ordinal).has_value());
}
