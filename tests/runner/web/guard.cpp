#include "runner/web/guard.hpp"

#include <doctest/doctest.h>

using namespace runner::web;

namespace {
constexpr Guard::Limits small{.tries = 3, .per_second = 0.5, .addresses = 2};

void fail(Guard& guard, const char* address, double now, int times) {
  for (int i = 0; i < times; ++i) guard.failed(address, now);
}
}  // namespace

TEST_CASE("so many wrong tokens, then a wait; a try comes back with time") {
  Guard guard(small);
  fail(guard, "a", 0, 2);
  CHECK(guard.may_try("a", 0));
  fail(guard, "a", 0, 1);
  CHECK(!guard.may_try("a", 0));
  CHECK(!guard.may_try("a", 1.9));
  CHECK(guard.may_try("a", 2.1));
  fail(guard, "a", 2.1, 1);
  CHECK(!guard.may_try("a", 2.2));
}

TEST_CASE("tries do not pile up beyond their number") {
  Guard guard(small);
  fail(guard, "a", 0, 1);
  fail(guard, "a", 1000, 3);
  CHECK(!guard.may_try("a", 1000));
}

TEST_CASE("one address does not stand for another") {
  Guard guard(small);
  fail(guard, "a", 0, 3);
  CHECK(guard.may_try("b", 0));
}

TEST_CASE(
    "memory is bounded: too many addresses at once wait, and are forgotten when they are done waiting") {
  Guard guard(small);
  fail(guard, "a", 0, 3);
  fail(guard, "b", 0, 3);
  CHECK(!guard.may_try("c", 0));
  fail(guard, "c", 100, 1);
  CHECK(guard.may_try("d", 100));
}

TEST_CASE("a token that was good is known") {
  Guard guard(small);
  CHECK(!guard.knows("h"));
  guard.remember("h");
  CHECK(guard.knows("h"));
}
