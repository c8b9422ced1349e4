// A score as it was written by score_json, read back: from the document alone, without the exercise and
// without the detectors.
#pragma once

#include <string_view>

#include "detectors/source/fault.hpp"
#include "runner/session/values.hpp"

namespace runner::report {

// All that score_json writes comes back, so that score_json(read) has the bytes of `document`. The code of
// the exercise is not in it. The numbers are computed again from the levels, the fates and the policy: where
// this program computes others than the document holds, the document's stand and a note says so. Faults: a
// document of another schema, or one that was cut or altered so that it cannot be read.
[[nodiscard]] detectors::source::Checked<session::Scored> read_score(std::string_view document);

}  // namespace runner::report
