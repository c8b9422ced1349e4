#include "runner/comments/utc.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace runner::comments {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

// Takes `width` digits and what must follow them; false when they are not there.
bool take(std::string_view& text, std::size_t width, std::string_view behind, int& value) {
  if (text.size() < width) return false;
  // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): the end is given
  const auto read = std::from_chars(text.data(), text.data() + width, value);
  if (read.ec != std::errc() || read.ptr != text.data() + width || value < 0) return false;
  text.remove_prefix(width);
  if (behind.empty()) return true;
  if (text.empty() || behind.find(text[0]) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::string written(sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()}, clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

// "", "Z", "+02:00", "-0530"; false for anything else.
bool take_offset(std::string_view text, seconds& offset) {
  if (text.empty() || text == "Z" || text == "z") return true;
  const char sign = text[0];
  if (sign != '+' && sign != '-') return false;
  text.remove_prefix(1);
  int hours = 0;
  int minutes = 0;
  if (!take(text, 2, "", hours)) return false;
  if (text.starts_with(':')) text.remove_prefix(1);
  if (!text.empty() && (!take(text, 2, "", minutes) || !text.empty())) return false;
  offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
  if (sign == '-') offset = -offset;
  return true;
}

}  // namespace

std::string utc_of(std::string_view text) {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!take(text, 4, "-", year) || !take(text, 2, "-", month) || !take(text, 2, "T ", day) ||
      !take(text, 2, ":", hour) || !take(text, 2, ":", minute) || !take(text, 2, "", second))
    return "";
  if (text.starts_with('.'))
    text.remove_prefix(std::min(text.find_first_not_of("0123456789", 1), text.size()));
  seconds offset{0};
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!take_offset(text, offset) || !date.ok() || hour > 23 || minute > 59 || second > 60) return "";
  return written(sys_seconds(std::chrono::sys_days(date)) + std::chrono::hours(hour) +
                 std::chrono::minutes(minute) + seconds(second) - offset);
}

std::string utc_of_milliseconds(std::uint64_t milliseconds) {
  constexpr std::uint64_t year_10000 = 253402300800;  // in seconds
  const auto whole = milliseconds / 1000;
  return whole < year_10000 ? written(sys_seconds(seconds(whole))) : "";
}

}  // namespace runner::comments
