// What an author marked as right in the code itself:
//
//     resp, err := http.Get(url)  // seedfault: ignore[call-without-timeout] the host is our own sidecar
//
// on the finding's line or the line above it, with a reason. Only `seedfault detect` listens to it: what is
// planted in an exercise, or suggested by a candidate, is judged without.
#pragma once

#include "detectors/scan.hpp"

namespace detectors {

struct Listened {
  std::vector<Finding> findings;  // those that stand
  std::size_t ignored = 0;
  std::vector<std::string> notes;  // marks without a reason: they ignore nothing
};

[[nodiscard]] Listened without_ignored(const source::SourceFile& file, std::vector<Finding> findings);

}  // namespace detectors
