#include "runner/review/freetext_space.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace {

using namespace runner::review;
using Strings = std::vector<std::string>;

Space of(const std::vector<Strings>& texts) {
  std::vector<const Strings*> pointers;
  for (const auto& text : texts) pointers.push_back(&text);
  return space_of(pointers, {});
}

TEST_CASE("weights are those of the formula") {
  const auto space = of({{"a", "a", "b"}, {"b"}, {"c"}});
  REQUIRE(space.signs == Strings{"a", "b", "c"});
  CHECK(space.points[0].at[0].value == doctest::Approx((1 + std::log(2.0)) * (std::log(4.0 / 2) + 1)));
  CHECK(space.points[0].at[1].value == doctest::Approx(std::log(4.0 / 3) + 1));
}

TEST_CASE("the background adds to what is counted here") {
  const Strings text{"a"};
  const auto space = space_of({&text}, {.among = 2, .background = [](const std::string&) { return 8.0; }});
  CHECK(space.points[0].at[0].value == doctest::Approx(2 * 1 + 8));
}

TEST_CASE("cosine and shares") {
  const auto space = of({{"a", "b"}, {"a", "b"}, {"c"}, {}, {"a"}});
  const Spread spread(space, space.points[0]);
  CHECK(spread.cosine(space.points[1]) == doctest::Approx(1));
  CHECK(spread.cosine(space.points[2]) == 0);
  CHECK(spread.cosine(space.points[3]) == 0);
  CHECK(spread.share_of(space.points[4]) == doctest::Approx(1));
  const auto& [a, b] = std::pair(space.points[0].at[0].value, space.points[0].at[1].value);
  CHECK(spread.share_in(space.points[4]) == doctest::Approx(a / (a + b)));
  CHECK(shared(space.points[0], space.points[4]) == std::vector<std::uint32_t>{0});
}

TEST_CASE("likeness is the weighted cosine of every pair") {
  const auto space = of({{"a", "b"}, {"a"}, {"c"}});
  const auto square = likeness({{&space, 0.5F}, {&space, 0.25F}}, 3);
  const float cosine = Spread(space, space.points[0]).cosine(space.points[1]);
  CHECK(square[0][1] == doctest::Approx(0.75 * cosine));
  CHECK(square[1][0] == square[0][1]);
  CHECK(square[0][0] == 0);
  CHECK(square[0][2] == 0);
}

}  // namespace
