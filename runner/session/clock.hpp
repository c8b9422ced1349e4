// Times as texts: what is stored beside an attempt, and what an exercise's commits carry. Never part of a
// score.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace runner::session {

[[nodiscard]] std::string now_utc();                  // "2026-03-17T08:42:00Z"
[[nodiscard]] std::string utc(std::int64_t seconds);  // since the epoch, in the same form

struct Moment {
  std::int64_t seconds = 0;  // since the epoch, UTC
  int offset_minutes = 0;
};
// "2026-03-17T09:42:00+01:00" or "…Z"; none for anything else.
[[nodiscard]] std::optional<Moment> read_moment(std::string_view text);

}  // namespace runner::session
