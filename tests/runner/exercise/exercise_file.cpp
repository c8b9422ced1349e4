#include <doctest/doctest.h>

#include "runner/exercise/reading.hpp"

using namespace runner::exercise;

TEST_CASE("is_moment") {
  for (const auto* good : {"2026-03-17T09:42:00+01:00", "2026-03-17T09:42:00Z", "2024-02-29T23:59:59-14:00",
                           "1970-01-01T00:00:00Z"}) {
    CAPTURE(good);
    CHECK(is_moment(good));
  }
  for (const auto* bad :
       {"", "2026-03-17", "2026-03-17 09:42:00Z", "2026-03-17T09:42:00", "2026-13-01T00:00:00Z",
        "2026-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-03-00T00:00:00Z", "2026-03-17T24:00:00Z",
        "2026-03-17T09:60:00Z", "2026-03-17T09:42:60Z", "2026-03-17T09:42:00+15:00",
        "2026-03-17T09:42:00+0100", "1969-12-31T23:59:59Z", "2026-03-17T09:42:00Z "}) {
    CAPTURE(bad);
    CHECK_FALSE(is_moment(bad));
  }
}

TEST_CASE("bad_branch") {
  for (const auto* good : {"pay-412", "mira/pay-412", "v1.2_x"}) CHECK(bad_branch(good) == "");
  for (const auto* bad :
       {"",     "main",   "main/x",   "HEAD", "@",   "-x", "/x",  "x/", "x.", ".x", "a..b", "a//b", "a@{1}",
        "a/.b", "x.lock", "a.lock/b", "a b",  "a~1", "a^", "a:b", "a?", "a*", "a[", "a\\b", "a\x7f"}) {
    CAPTURE(bad);
    CHECK(bad_branch(bad) != "");
  }
}
