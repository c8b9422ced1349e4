#include "detectors/source/scope.hpp"

#include <doctest/doctest.h>

using namespace detectors::source;

namespace {
LineSpan lines(int first, int last) { return {Line{first}, Line{last}}; }

Outline sample() {
  return {{.kind = ScopeKind::file, .lines = lines(1, 20)},
          {.kind = ScopeKind::type, .name = "Gateway", .lines = lines(3, 18), .parent = 0},
          {.kind = ScopeKind::function, .name = "Gateway.charge", .lines = lines(5, 12), .parent = 1},
          {.kind = ScopeKind::loop, .lines = lines(6, 10), .parent = 2},
          {.kind = ScopeKind::statement, .lines = lines(7, 8), .parent = 3}};
}
}  // namespace

TEST_CASE("the innermost scope that holds all the lines") {
  const auto outline = sample();
  CHECK(innermost(outline, lines(7, 7)) == 4);
  CHECK(innermost(outline, lines(8, 9)) == 3);
  CHECK(innermost(outline, lines(5, 12)) == 2);
  CHECK(innermost(outline, lines(4, 5)) == 1);
  CHECK(innermost(outline, lines(1, 1)) == 0);
  CHECK(innermost(outline, lines(12, 19)) == 0);
}

TEST_CASE("the enclosing scope of a kind") {
  const auto outline = sample();
  CHECK(enclosing(outline, 4, ScopeKind::function) == 2);
  CHECK(enclosing(outline, 2, ScopeKind::function) == 2);
  CHECK(enclosing(outline, 4, ScopeKind::file) == 0);
  CHECK_FALSE(enclosing(outline, 1, ScopeKind::loop).has_value());
}

TEST_CASE("a scope by its name, or by the last part of it") {
  const auto outline = sample();
  CHECK(named(outline, "Gateway.charge") == 2);
  CHECK(named(outline, "charge") == 2);
  CHECK(named(outline, "Gateway") == 1);
  CHECK_FALSE(named(outline, "harge").has_value());
  CHECK_FALSE(named(outline, "").has_value());
}
