// What anyone may ask for: the way in by a link, the style sheet, the server's health.
#pragma once

#include "runner/web/route.hpp"

namespace runner::web {

[[nodiscard]] Response enter_by_link(const Visit& visit);
[[nodiscard]] Response show_welcome(const Visit& visit);
[[nodiscard]] Response show_health(const Visit& visit);
[[nodiscard]] Response show_ready(const Visit& visit);
[[nodiscard]] Response show_metrics(const Visit& visit);

}  // namespace runner::web
