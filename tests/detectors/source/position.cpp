#include "detectors/source/position.hpp"

#include <doctest/doctest.h>

using namespace detectors::source;

namespace {
LineSpan lines(int first, int last) { return {Line{first}, Line{last}}; }
}  // namespace

TEST_CASE("bytes are half open: touching is not overlapping") {
  CHECK(overlap(ByteSpan{0, 4}, ByteSpan{3, 5}));
  CHECK_FALSE(overlap(ByteSpan{0, 4}, ByteSpan{4, 5}));
  CHECK(contains(ByteSpan{0, 4}, ByteSpan{0, 4}));
  CHECK(contains(ByteSpan{0, 4}, ByteSpan{4, 4}));
  CHECK_FALSE(contains(ByteSpan{0, 4}, ByteSpan{3, 5}));
}

TEST_CASE("lines are both included") {
  CHECK(overlap(lines(1, 3), lines(3, 5)));
  CHECK_FALSE(overlap(lines(1, 3), lines(4, 5)));
  CHECK(contains(lines(1, 3), lines(3, 3)));
  CHECK(hull(lines(1, 2), lines(5, 6)) == lines(1, 6));
}

TEST_CASE("the distance between line spans") {
  struct Row {
    LineSpan a, b;
    int distance;
  };
  for (const auto& row : {Row{lines(1, 3), lines(2, 2), 0}, Row{lines(1, 3), lines(4, 9), 1},
                          Row{lines(4, 9), lines(1, 3), 1}, Row{lines(1, 1), lines(11, 12), 10}})
    CHECK(distance(row.a, row.b) == row.distance);
}

TEST_CASE("lines as text") {
  CHECK(to_string(lines(24, 24)) == "24");
  CHECK(to_string(lines(24, 25)) == "24-25");
  CHECK(to_string(LineSpan{}).empty());
}
