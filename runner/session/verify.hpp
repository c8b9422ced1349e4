// Runs the proofs on what a candidate suggested: each suggestion is applied in memory to the code as the
// candidate saw it, then the proof of the defect that it touches and the exercise's own tests run on that
// tree, in the sandbox.
#pragma once

#include <string>
#include <vector>

#include "runner/session/check.hpp"
#include "runner/session/house.hpp"
#include "runner/session/store.hpp"

namespace runner::session {

struct Verified {
  std::vector<StoredTrial> trials;  // kept with the attempt: `score` reads them
  std::vector<std::string> notes;   // what was not run, and why
};

// A fix that makes the proof pass and breaks the exercise's own tests counts as failed.
[[nodiscard]] Checked<Verified> verify(const House& house, const Attempt& attempt, const Progress& progress,
                                       AllowWeak allow_weak = AllowWeak::no);

// What `score` does by itself: of a submitted attempt, the suggestions whose verdict is not kept yet. Where
// this host cannot run them the notes say why, and nothing is lost: a later call tries again.
[[nodiscard]] Checked<Verified> verify_unknown(const House& house, const Attempt& attempt,
                                               const Progress& progress);

}  // namespace runner::session
