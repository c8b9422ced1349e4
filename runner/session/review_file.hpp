// REVIEW.md of an attempt's folder.
#pragma once

#include "runner/session/stage.hpp"
#include "runner/session/values.hpp"

namespace runner::session {

// The entries of REVIEW.md, each with its place checked. Places that do not exist are faults of that file.
struct ReviewFile {
  std::vector<review::Comment> comments;
  std::vector<std::string> notes;
  Faults faults;
  review::Verdict verdict = review::Verdict::none;
};
// Nothing when the attempt has no folder, or no such file is in it.
[[nodiscard]] ReviewFile read_review_file(const Stage& stage, const Attempt& attempt);

// What was given with the submission, or else what REVIEW.md says. Faults: nothing was given and nothing is
// written; they contradict each other. Who gives `none` wants none.
[[nodiscard]] Checked<review::Verdict> decided_verdict(std::optional<review::Verdict> given,
                                                       review::Verdict written);

}  // namespace runner::session
