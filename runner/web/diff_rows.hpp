// A file's diff as the rows of a table: the hunks, the gaps between them, and what was opened of the gaps.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "runner/git/patch.hpp"

namespace runner::web {

enum class RowKind { context, added, removed, changed, gap };

// One row. In the unified form a row has one text; in the split form `changed` has one of each side.
struct DiffRow {
  RowKind kind = RowKind::context;
  int before = 0;  // line numbers; 0 where that side has none
  int after = 0;
  std::string before_text;
  std::string after_text;
  int gap = 0;    // for a gap: its number in the file, from 0
  int lines = 0;  // for a gap: how many it hides
};

enum class Layout { unified, split };

// `after` is the file's whole new text (the old one of a deleted file), for what the diff leaves out.
[[nodiscard]] std::vector<DiffRow> diff_rows(const git::FileDiff& diff, std::string_view after,
                                             const std::set<int>& opened, Layout layout);

}  // namespace runner::web
