// Runs proofs on a patch that a candidate gave beside the review: applied in memory to the code as the
// candidate saw it; then the proofs of the defects that it claims to fix, and the exercise's own tests, run
// on that tree in the sandbox.
#pragma once

#include <string>
#include <vector>

#include "runner/session/check.hpp"
#include "runner/session/house.hpp"
#include "runner/session/store.hpp"

namespace runner::session {

struct PatchOrder {
  std::string name;  // the file's, for messages
  std::string text;
  std::vector<std::string> defects;  // that it claims to fix; none: each that was planted is tried
};

struct VerifiedPatch {
  std::string digest;                  // SHA-256 of the text
  std::vector<std::string> files;      // that it changes
  std::vector<std::string> set_aside;  // its changes of the exercise's own tests
  std::vector<PatchTrial> trials;      // by defect, in the order asked for; kept with the attempt
  std::vector<std::string> notes;      // what was not run, and why
};

// Faults: what apply_foreign says of the patch, and a defect that was not planted in this attempt. A fix that
// makes the proof pass and breaks the exercise's own tests counts as failed.
[[nodiscard]] Checked<VerifiedPatch> verify_patch(const House& house, const Attempt& attempt,
                                                  const PatchOrder& order, const Progress& progress,
                                                  AllowWeak allow_weak = AllowWeak::no);

// One sentence for each patch, oldest first, with what the newest run of it showed: for the reader of a
// score, in which a patch counts nothing by itself.
[[nodiscard]] std::vector<std::string> notes_on_patches(const std::vector<PatchTrial>& trials);

}  // namespace runner::session
