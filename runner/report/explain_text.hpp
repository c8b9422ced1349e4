// Why a defect got the level that it got: every claim that was weighed against it, with all of the evidence.
#pragma once

#include <string>
#include <string_view>

#include "runner/report/style.hpp"
#include "runner/session/values.hpp"

namespace runner::report {

// Precondition of both: the key of `scored` has a defect of that id.
[[nodiscard]] std::string explain_text(const session::Scored& scored, std::string_view defect_id,
                                       const Style& style);
[[nodiscard]] std::string explain_json(const session::Scored& scored, std::string_view defect_id);

}  // namespace runner::report
