// What the pages of a calibration pack share: what the visitor is to the pack.
#pragma once

#include <string>

#include "runner/session/calibration_values.hpp"
#include "runner/web/route.hpp"

namespace runner::web {

[[nodiscard]] std::string pack_address(const session::Pack& pack, std::string_view more = "");
[[nodiscard]] Response no_pack();

// What the visitor said of a review so far; nullptr when nothing.
[[nodiscard]] const session::ReviewRating* own_rating(const Visit& visit, const session::Pack& pack,
                                                      const std::string& code);
[[nodiscard]] bool may_rate(const Visit& visit, const session::Pack& pack);
[[nodiscard]] std::string standing(const Visit& visit, const session::Pack& pack);  // "submitted by you"

}  // namespace runner::web
