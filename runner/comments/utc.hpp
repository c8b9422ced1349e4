// Times as they come, as "2026-11-22T10:02:11Z".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace runner::comments {

// ISO 8601 with "T" or a blank, fractions of a second and an offset or none (then it is UTC already, as
// Gerrit writes it); "" for anything else.
[[nodiscard]] std::string utc_of(std::string_view text);

// Milliseconds since 1970, as Bitbucket Data Center counts; "" beyond the year 9999.
[[nodiscard]] std::string utc_of_milliseconds(std::uint64_t milliseconds);

}  // namespace runner::comments
