// A panel's page after the reveal: who rated what, and the form of who decides where they differ.
#pragma once

#include <string>

#include "runner/session/calibration_values.hpp"
#include "runner/web/route.hpp"

namespace runner::web {

[[nodiscard]] std::string panel_part(const Visit& visit, const session::Pack& pack);
// What the adjudicator's form says.
[[nodiscard]] session::Sheet adjudication_in(const Visit& visit, const session::Pack& pack);

}  // namespace runner::web
