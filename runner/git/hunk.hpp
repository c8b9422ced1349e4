// One hunk of a patch against the text that it is meant for. Free of libgit2, so that it can be tested by
// itself.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "detectors/source/edit.hpp"
#include "detectors/source/file.hpp"

namespace runner::git {

enum class HunkLineKind { context, added, removed };
struct HunkLine {
  HunkLineKind kind = HunkLineKind::context;
  std::string text;  // with its line ending; without one only at the end of a file
};

struct Hunk {
  int first = 0;  // the old line that it starts at, as the header says; with no old line, the one before
  int old_lines = 0;
  std::vector<HunkLine> lines;
};

// What the hunk expects at a line and what stands there.
struct Misfit {
  int line = 0;          // of the old text
  std::string expected;  // as for display: line endings other than "\n" made visible
  std::string found;
};

// One edit for each run of removed and added lines, trimmed to what really changes.
[[nodiscard]] tl::expected<std::vector<detectors::source::TextEdit>, Misfit> edits_of(
    const Hunk& hunk, const detectors::source::SourceFile& old);

}  // namespace runner::git
