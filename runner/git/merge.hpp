// Two edits of one text carried together, as git merges a file.
#pragma once

#include <string>
#include <tl/expected.hpp>

#include "detectors/source/position.hpp"

namespace runner::git {

// What both made of the same lines: nobody but a person can say which holds.
struct MergeConflict {
  detectors::source::Line line;  // of `ours`, about where the two meet
};

// `theirs` was made from `ancestor`; the same edit on `ours`, which was made from it too.
[[nodiscard]] tl::expected<std::string, MergeConflict> merge(const std::string& ancestor,
                                                             const std::string& ours,
                                                             const std::string& theirs);

}  // namespace runner::git
