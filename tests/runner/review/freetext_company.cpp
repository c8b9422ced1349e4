#include "runner/review/freetext_company.hpp"

#include <doctest/doctest.h>

namespace {

using namespace runner::review;

TEST_CASE("a value is measured against its best rival") {
  const Table table{{0.5F, 0.25F}, {0.75F, 0.0F}};
  CHECK(ahead_in_row(table) == Table{{0.25F, -0.25F}, {0.75F, -0.75F}});
  CHECK(ahead_in_column(table) == Table{{-0.25F, 0.25F}, {0.25F, -0.25F}});
  CHECK(ahead_in_row({{0.5F}}) == Table{{0.5F}});  // without a rival, against nothing
  CHECK(ahead_in_row({{0.5F, 0.5F}}) == Table{{0.0F, 0.0F}});
}

const Table among{{0, 0.8F, 0.2F}, {0.8F, 0, 0.2F}, {0.2F, 0.2F, 0}};

TEST_CASE("neighbours come by likeness, then in the order of the comments") {
  const auto neighbours = nearest(among, 2);
  REQUIRE(neighbours[2].size() == 2);
  CHECK(neighbours[0][0].comment == 1);
  CHECK(neighbours[2][0].comment == 0);
  CHECK(neighbours[2][1].comment == 1);
}

TEST_CASE("what neighbours say counts by the square of their likeness") {
  const Table table{{0.0F}, {1.0F}, {0.0F}};
  const auto mean = mean_of_nearest(table, nearest(among, 15), 5);
  CHECK(mean[0][0] == doctest::Approx(0.64 / 0.68));
  CHECK(mean[1][0] == 0);
  CHECK(mean_of_nearest({{1.0F}}, nearest({{0}}, 15), 5) == Table{{0.0F}});
}

TEST_CASE("a comment that only its neighbours explain gains by passing on") {
  const Table table{{0.0F}, {1.0F}, {0.0F}};
  const auto passed = passed_on(table, nearest(among, 15));
  CHECK(passed[0][0] > passed[2][0]);
  CHECK(passed[1][0] > passed[0][0]);
}

TEST_CASE("like the best: measured against others, never against itself") {
  const Table table{{1.0F}, {0.5F}, {0.0F}};
  const auto like = like_the_best(table, among);
  CHECK(like[0][0] == doctest::Approx(0.8));
  CHECK(like[1][0] == doctest::Approx(0.8));
  CHECK(like[2][0] == doctest::Approx(0.2));
}

TEST_CASE("company grows from a lone review to a crowd") {
  CHECK(company(Neighbours{{}})[0] == 0);
  CHECK(company(Neighbours{std::vector<Neighbour>(5, {1, 0.9F})})[0] == 1);
  const float between = company(Neighbours{std::vector<Neighbour>(5, {1, 0.2F})})[0];
  CHECK(between > 0);
  CHECK(between < 1);
}

}  // namespace
