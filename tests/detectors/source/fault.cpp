#include "detectors/source/fault.hpp"

#include <doctest/doctest.h>

using namespace detectors::source;

TEST_CASE("a fault as text") {
  CHECK(to_string({"a.toml", Line{12}, "unknown key 'x'", "remove it"}) ==
        "a.toml:12: unknown key 'x'; remove it");
  CHECK(to_string({"a.toml", Line{0}, "cannot be opened", "check it"}) ==
        "a.toml: cannot be opened; check it");
  CHECK(to_string({"a.toml", Line{3}, "is empty", ""}) == "a.toml:3: is empty");
}
