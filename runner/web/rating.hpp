// The pages on which interviewers rate the frozen reviews of a calibration pack, each for themselves; what
// may be seen before the reveal is decided in session/calibrate.hpp.
#pragma once

#include "runner/web/route.hpp"

namespace runner::web {

[[nodiscard]] Response show_packs(const Visit& visit);
[[nodiscard]] Response show_pack(const Visit& visit);
[[nodiscard]] Response change_pack(const Visit& visit);       // joined, submitted, revealed
[[nodiscard]] Response show_calibration(const Visit& visit);  // the report of a revealed pack
[[nodiscard]] Response show_rating(const Visit& visit);
[[nodiscard]] Response save_rating(const Visit& visit);

}  // namespace runner::web
