// Unified diffs, read and made by libgit2.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detectors/source/edit.hpp"
#include "detectors/source/fault.hpp"
#include "detectors/source/position.hpp"

namespace runner::git {

struct PatchedFile {
  std::string path;
  bool created = false;
  bool deleted = false;
  std::vector<detectors::source::TextEdit> edits;  // of the old text; trimmed, ascending
};

// Looks the old text of a file up; nullptr when there is no such file.
using OldText = const std::string* (*)(const void* context, std::string_view path);

// The edits of each file of the patch, against the texts that `old_text` gives. A hunk that does not fit is a
// fault that names the file, the hunk's line in the patch, the expected and the found line.
[[nodiscard]] detectors::source::Checked<std::vector<PatchedFile>> read_patch(std::string_view patch,
                                                                              const std::string& patch_name,
                                                                              OldText old_text,
                                                                              const void* context);

enum class DiffLineKind { context, added, removed };
struct DiffLine {
  DiffLineKind kind = DiffLineKind::context;
  detectors::source::Line before;  // 0 for an added line
  detectors::source::Line after;   // 0 for a removed line
  std::string text;                // without the newline
};
struct DiffHunk {
  std::vector<DiffLine> lines;
};
struct FileDiff {
  std::string path;
  std::vector<DiffHunk> hunks;
  int added = 0;
  int removed = 0;
};

// Line by line difference of two texts, three lines of context; no hunks when they are equal.
[[nodiscard]] FileDiff diff(const std::string& path, std::string_view before, std::string_view after);

}  // namespace runner::git
