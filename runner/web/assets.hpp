// What pages load besides themselves. Each lies under a path that holds the hash of its content, so that a
// browser may keep it for good and never meets an old one.
#pragma once

#include <string>
#include <string_view>

#include "runner/web/route.hpp"

namespace runner::web {

// "/assets/3f8a…/style.css"; "" for a name that nothing has. Scripts are named as "review.js".
[[nodiscard]] std::string asset_path(std::string_view name);

[[nodiscard]] Response show_asset(const Visit& visit);

}  // namespace runner::web
