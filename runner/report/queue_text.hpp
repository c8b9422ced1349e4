// What a person is asked about, close calls and findings that nobody planned: as a list, as JSON, and one by
// one.
#pragma once

#include <string>

#include "runner/report/style.hpp"
#include "runner/session/values.hpp"

namespace runner::report {

[[nodiscard]] std::string queue_text(const session::Scored& scored, const Style& style);
[[nodiscard]] std::string queue_json(
    const session::Scored& scored);  // "seedfault.review/2", with the journal

// Everything that a person needs to decide about one pair: the comment, the code that it stands on, the
// defect, what spoke for and against it. Not who wrote the comment, and not what is at stake for the score:
// neither may sway the decision.
[[nodiscard]] std::string pair_card(const session::Scored& scored, const review::Pair& pair,
                                    const Style& style);

// The same about a claim that is set against no defect: what is it?
[[nodiscard]] std::string claim_card(const session::Scored& scored, std::size_t claim, const Style& style);

}  // namespace runner::report
