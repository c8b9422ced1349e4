#include "runner/session/clock.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace runner::session;

TEST_CASE("moments are read with their offset") {
  struct Row {
    const char* text;
    std::int64_t seconds;
    int offset;
  };
  for (const auto& row :
       {Row{"1970-01-01T00:00:00Z", 0, 0}, Row{"2026-03-17T09:42:00+01:00", 1773736920, 60},
        Row{"2026-03-17T00:42:00-08:00", 1773736920, -480}, Row{"2024-02-29T12:00:00Z", 1709208000, 0}}) {
    INFO(row.text);
    const auto moment = read_moment(row.text);
    REQUIRE(moment);
    CHECK(moment->seconds == row.seconds);
    CHECK(moment->offset_minutes == row.offset);
  }
}

TEST_CASE("what is no moment is refused") {
  for (const auto* text : {"", "2026-03-17", "2026-03-17T09:42:00", "2026-02-30T09:42:00Z",
                           "2026-13-01T09:42:00Z", "2026-03-17T24:00:00Z", "2026-03-17T09:42:00+1:00",
                           "2026-03-17T09:42:00+99:00", "x026-03-17T09:42:00Z", "2026-03-17T09:42:00Z "}) {
    INFO(text);
    CHECK(!read_moment(text));
  }
}

TEST_CASE("now is in UTC and reads back") { CHECK(read_moment(now_utc())); }
