#include "detectors/source/nearest.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace detectors::source;

TEST_CASE("edit distances") {
  struct Row {
    std::string_view a, b;
    int limit, distance;
  };
  for (const auto& row :
       {Row{"", "", 3, 0}, Row{"abc", "abc", 3, 0}, Row{"abc", "abd", 3, 1}, Row{"abc", "acb", 3, 1},
        Row{"abc", "", 3, 3}, Row{"kitten", "sitting", 3, 3}, Row{"abc", "xyz", 1, 2}}) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(edit_distance(row.a, row.b, row.limit) == row.distance);
  }
}

TEST_CASE("the nearest known name, when one is near") {
  const std::vector<std::string> known{"severity", "class", "title"};
  CHECK(nearest("severty", known) == "severity");
  CHECK(nearest("clas", known) == "class");
  CHECK_FALSE(nearest("weight", known).has_value());
  CHECK_FALSE(nearest("x", {}).has_value());
}

TEST_CASE("the question that helps a person who mistyped") {
  const std::vector<std::string> known{"severity", "class"};
  CHECK(did_you_mean("severty", known) == "did you mean 'severity'?");
  CHECK_FALSE(did_you_mean("weight", known).has_value());
}
