// What a run of the sandbox means for a fix: a proof, or the exercise's own tests, as a session value.
#pragma once

#include <string>
#include <string_view>

#include "runner/review/key.hpp"
#include "sandbox/proof.hpp"

namespace runner::session {

struct Shown {
  review::ProofVerdict verdict = review::ProofVerdict::not_run;
  std::string detail;  // of a failure: "proof: test_x: 2 != 1"
  std::string tier;    // of the sandbox that it ran in: "full"; "" when it was not run
  std::string note;    // why it was not run, or that the weak sandbox stood around it
};

// A failure in the weak sandbox shows nothing: it reads as not run, and the note says what failed.
// `what` ran ("proof"), for `subject` ("suggestion in c1 against x").
[[nodiscard]] Shown shown_by(std::string_view what, std::string_view subject,
                             const tl::expected<sandbox::ProofResult, sandbox::Failure>& result);

}  // namespace runner::session
