// From an outcome to what it shows. Pure.
#pragma once

#include <string>
#include <string_view>

#include "sandbox/outcome.hpp"
#include "sandbox/proof.hpp"

namespace sandbox {

// A completion record is the nonce, a space, one of "passed", "failed", "inconclusive", a newline, and a
// detail. Passed needs that word and exit status 0; failed needs that word. Everything else is inconclusive.
[[nodiscard]] ProofVerdict verdict_of(const Outcome& outcome, std::string_view nonce);

// At most limit bytes of valid UTF-8 without control characters but newline and tab; what was cut off ends in
// "…".
[[nodiscard]] std::string bounded(std::string_view text, std::size_t limit);

}  // namespace sandbox
