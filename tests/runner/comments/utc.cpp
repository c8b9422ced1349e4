#include "runner/comments/utc.hpp"

#include <doctest/doctest.h>

using namespace runner::comments;

TEST_CASE("utc_of: as tools write times") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"2026-11-22T10:02:11Z", "2026-11-22T10:02:11Z"},
      {"2026-11-22T09:17:22.520Z", "2026-11-22T09:17:22Z"},
      {"2026-11-22T09:17:22.520+00:00", "2026-11-22T09:17:22Z"},
      {"2026-11-22 09:17:22.520000000", "2026-11-22T09:17:22Z"},
      {"2026-11-22T01:30:00+02:00", "2026-11-21T23:30:00Z"},
      {"2026-12-31T23:30:00-0530", "2027-01-01T05:00:00Z"},
      {"2026-11-22T10:02:11+02", "2026-11-22T08:02:11Z"},
      {"2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"},
      {"2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"},
      {"2026-02-29T00:00:00Z", ""},
      {"2026-13-01T00:00:00Z", ""},
      {"2026-11-22T24:00:00Z", ""},
      {"2026-11-22T10:60:11Z", ""},
      {"2026-11-22", ""},
      {"22.11.2026 10:02", ""},
      {"2026-11-22T10:02:11 CET", ""},
      {"2026-11-22T10:02:11+2:00", ""},
      {"-026-11-22T10:02:11Z", ""},
      {"", ""},
  };
  for (const auto& [text, time] : rows) {
    CAPTURE(text);
    CHECK(utc_of(text) == time);
  }
}

TEST_CASE("utc_of_milliseconds: from 1970 up to the year 9999") {
  CHECK(utc_of_milliseconds(0) == "1970-01-01T00:00:00Z");
  CHECK(utc_of_milliseconds(1795340242999) == "2026-11-22T09:37:22Z");
  CHECK(utc_of_milliseconds(253402300799999) == "9999-12-31T23:59:59Z");
  CHECK(utc_of_milliseconds(253402300800000).empty());
  CHECK(utc_of_milliseconds(UINT64_MAX).empty());
}
