#include "sandbox/outcome.hpp"

#include <doctest/doctest.h>

using namespace sandbox;

TEST_CASE("endings in words") {
  CHECK(describe(Exited{3}) == "exited with 3");
  CHECK(describe(Signalled{9}) == "killed by signal 9");
  CHECK(describe(TimedOut{Clock::wall}) == "out of time (wall clock)");
  CHECK(describe(TimedOut{Clock::cpu}) == "out of time (CPU)");
  CHECK(describe(OutOfMemory{}) == "out of memory");
  CHECK(describe(TooMuchOutput{}) == "too much output");
  CHECK(describe(Denied{}) == "killed for a forbidden system call");
}

TEST_CASE("tiers in words") {
  CHECK(name(Tier::full) == "full");
  CHECK(name(Tier::full_polled) == "full, polled memory");
  CHECK(name(Tier::no_proc) == "no-proc");
  CHECK(name(Tier::weak) == "weak");
  CHECK(name(Tier::none) == "none");
}
